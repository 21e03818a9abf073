using System.Text;
using System.Text.Json;
using Orrery.Services.Sns.Rules;

namespace Orrery.Services.Sns.Views;

/// <summary>Delivery policies in force, as JSON.</summary>
internal static class EffectivePolicy
{
    /// <summary>As a topic has it.</summary>
    public static string OfTopic(DeliveryPolicy policy) => Json(json =>
    {
        json.WriteStartObject("http");
        Write(json, policy, "defaultHealthyRetryPolicy", "defaultThrottlePolicy", "defaultRequestPolicy");
        json.WriteBoolean("disableSubscriptionOverrides", policy.NoOverrides);
        json.WriteEndObject();
    });

    /// <summary>As a subscription has it.</summary>
    public static string OfSubscription(DeliveryPolicy policy) =>
        Json(json => Write(json, policy, "healthyRetryPolicy", "throttlePolicy", "requestPolicy"));

    private static void Write(Utf8JsonWriter json, DeliveryPolicy policy, string retryName, string pace, string request)
    {
        var retry = policy.Retry!;
        json.WriteStartObject(retryName);
        json.WriteNumber("minDelayTarget", retry.MinDelayTarget);
        json.WriteNumber("maxDelayTarget", retry.MaxDelayTarget);
        json.WriteNumber("numRetries", retry.NumRetries);
        json.WriteNumber("numMaxDelayRetries", retry.NumMaxDelayRetries);
        json.WriteNumber("numNoDelayRetries", retry.NumNoDelayRetries);
        json.WriteNumber("numMinDelayRetries", retry.NumMinDelayRetries);
        json.WriteString("backoffFunction", retry.BackoffFunction.ToString().ToLowerInvariant());
        json.WriteEndObject();
        if (policy.Pace is { } most)
        {
            json.WriteStartObject(pace);
            json.WriteNumber("maxReceivesPerSecond", most);
            json.WriteEndObject();
        }

        json.WriteStartObject(request);
        json.WriteString("headerContentType", policy.ContentType);
        json.WriteEndObject();
    }

    private static string Json(Action<Utf8JsonWriter> members)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
