using System.Text.Json;
using Orrery.Services.Sns.Records;

namespace Orrery.Services.Sns.Rules;

/// <summary>
/// Reads delivery policies of HTTP and puts those of topic and subscription together. Source: SNS Developer Guide,
/// "Creating an HTTP/S delivery policy".
/// </summary>
internal static class DeliveryPolicies
{
    /// <summary>The content type where no policy says another.</summary>
    public const string PlainText = "text/plain; charset=UTF-8";

    private const int MostRetries = 100;
    private const int LongestDelay = 3600;

    /// <summary>The policy in force for a subscription.</summary>
    public static DeliveryPolicy Effective(TopicRecord topic, SubscriptionRecord? subscription)
    {
        var general = topic.Attribute("DeliveryPolicy") is { } text ? OfTopic(text) : new();
        var own = general.NoOverrides || subscription?.Attribute("DeliveryPolicy") is not { } mine
            ? new()
            : OfSubscription(mine);
        return new(
            own.Retry ?? general.Retry ?? new(), own.Pace ?? general.Pace,
            own.ContentType ?? general.ContentType ?? PlainText, general.NoOverrides);
    }

    /// <summary>The policy of a topic.</summary>
    /// <exception cref="Core.ServiceException">InvalidParameter.</exception>
    public static DeliveryPolicy OfTopic(string text) => Parsed(text, json =>
    {
        var policy = new DeliveryPolicy();
        foreach (var part in Members(json))
        {
            if (part.Name != "http") throw Unknown(part.Name);
            policy = Read(part.Value, "default");
        }

        return policy;
    });

    /// <summary>The policy of a subscription.</summary>
    /// <exception cref="Core.ServiceException">InvalidParameter.</exception>
    public static DeliveryPolicy OfSubscription(string text) => Parsed(text, json => Read(json, ""));

    private static DeliveryPolicy Parsed(string text, Func<JsonElement, DeliveryPolicy> read)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return read(json.RootElement);
        }
        catch (JsonException)
        {
            throw Wrong("failed to parse JSON");
        }
    }

    private static DeliveryPolicy Read(JsonElement json, string prefix)
    {
        var policy = new DeliveryPolicy();
        foreach (var part in Members(json))
        {
            var name = part.Name.StartsWith(prefix, StringComparison.Ordinal) && prefix.Length > 0
                ? char.ToLowerInvariant(part.Name[prefix.Length]) + part.Name[(prefix.Length + 1)..]
                : part.Name;
            if (part.Value.ValueKind == JsonValueKind.Null) continue;
            policy = name switch
            {
                "healthyRetryPolicy" => policy with { Retry = Retry(part.Value) },
                "throttlePolicy" => policy with { Pace = Pace(part.Value) },
                "requestPolicy" => policy with { ContentType = ContentType(part.Value) },
                "disableSubscriptionOverrides" when prefix.Length > 0 =>
                    policy with { NoOverrides = part.Value.ValueKind == JsonValueKind.True },
                "guaranteed" when part.Value.ValueKind == JsonValueKind.False => policy,
                _ => throw Unknown(part.Name),
            };
        }

        return policy;
    }

    private static RetryPolicy Retry(JsonElement json)
    {
        var retry = new RetryPolicy();
        foreach (var part in Members(json).Where(part => part.Value.ValueKind != JsonValueKind.Null))
        {
            retry = part.Name switch
            {
                "minDelayTarget" => retry with { MinDelayTarget = Number(part, 1, LongestDelay) },
                "maxDelayTarget" => retry with { MaxDelayTarget = Number(part, 1, LongestDelay) },
                "numRetries" => retry with { NumRetries = Number(part, 0, MostRetries) },
                "numNoDelayRetries" => retry with { NumNoDelayRetries = Number(part, 0, MostRetries) },
                "numMinDelayRetries" => retry with { NumMinDelayRetries = Number(part, 0, MostRetries) },
                "numMaxDelayRetries" => retry with { NumMaxDelayRetries = Number(part, 0, MostRetries) },
                "backoffFunction" => retry with { BackoffFunction = Function(part.Value) },
                _ => throw Unknown(part.Name),
            };
        }

        if (retry.MinDelayTarget > retry.MaxDelayTarget)
            throw Wrong("minDelayTarget must be less than or equal to maxDelayTarget");
        if (retry.NumNoDelayRetries + retry.NumMinDelayRetries + retry.NumMaxDelayRetries > retry.NumRetries)
            throw Wrong("numRetries must be at least the retries of the phases together");
        return retry.Total().TotalSeconds <= LongestDelay
            ? retry
            : throw Wrong($"the total retry time must not be greater than {LongestDelay} seconds");
    }

    private static int? Pace(JsonElement json)
    {
        int? pace = null;
        foreach (var part in Members(json))
        {
            if (part.Name != "maxReceivesPerSecond") throw Unknown(part.Name);
            if (part.Value.ValueKind != JsonValueKind.Null) pace = Number(part, 1, int.MaxValue);
        }

        return pace;
    }

    // The content types that the guide lists.
    private static string? ContentType(JsonElement json)
    {
        string? type = null;
        foreach (var part in Members(json))
        {
            if (part.Name != "headerContentType") throw Unknown(part.Name);
            type = part.Value.ValueKind == JsonValueKind.String ? part.Value.GetString()! : throw Unknown(part.Name);
            if (!type.StartsWith("text/", StringComparison.Ordinal)
                && !type.StartsWith("application/", StringComparison.Ordinal))
                throw Wrong($"headerContentType '{type}' is not supported");
        }

        return type;
    }

    private static BackoffFunction Function(JsonElement json) =>
        json.ValueKind == JsonValueKind.String
            && json.GetString() is "linear" or "arithmetic" or "geometric" or "exponential"
            ? Enum.Parse<BackoffFunction>(json.GetString()!, ignoreCase: true)
            : throw Wrong("backoffFunction must be one of linear, arithmetic, geometric, exponential");

    private static int Number(JsonProperty part, int least, int most) =>
        part.Value.ValueKind == JsonValueKind.Number
            && part.Value.TryGetInt32(out var number) && number >= least && number <= most
            ? number
            : throw Wrong($"{part.Name} must be between {least} and {most}");

    private static JsonElement.ObjectEnumerator Members(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object ? json.EnumerateObject() : throw Wrong("an object is needed");

    private static Core.ServiceException Unknown(string member) => Wrong($"Unexpected JSON member: {member}");

    private static Core.ServiceException Wrong(string what) => Errors.InvalidParameter($"DeliveryPolicy: {what}");
}
