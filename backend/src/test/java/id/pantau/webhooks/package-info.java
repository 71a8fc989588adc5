@org.jspecify.annotations.NullMarked
package id.pantau.webhooks;
