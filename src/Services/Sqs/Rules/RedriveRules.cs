using System.Globalization;
using System.Text.Json;
using Orrery.Kernel.Calls;
using Orrery.Services.Sqs.Records;

namespace Orrery.Services.Sqs.Rules;

/// <summary>
/// Redrive policies and what dead-letter queues allow. Source: SQS Developer Guide, "Using dead-letter queues in Amazon
/// SQS"; API Reference, SetQueueAttributes.
/// </summary>
internal static class RedriveRules
{
    private const int StandardCount = 10;
    private const int MostCount = 1000;

    /// <summary>The queue with a redrive policy; with none where the text is empty.</summary>
    public static QueueRecord WithPolicy(ReadCall call, QueueRecord queue, string text)
    {
        if (text.Length == 0)
            return queue with { RedrivePolicy = null, DeadLetterArn = null, MaxReceiveCount = 0 };
        var (arn, count) = Parse(text);
        var parts = arn.Split(':');
        if (parts is not ["arn", _, "sqs", _, _, _])
            throw Refused(text, "Invalid value for deadLetterTargetArn.");
        if (parts[3] != call.Region || parts[4] != call.Account)
            throw Refused(text, "Dead-letter queue must be in same account and same region as the source.");
        var target = QueueNames.OfArn(call, arn)
            ?? throw Refused(text, "Dead letter target does not exist.");
        if (target.Queue.IsFifo != queue.IsFifo)
            throw Refused(text, "Dead-letter queue must be same type of queue as the source.");
        if (!Allows(target.Queue, QueueNames.Arn(call.Scope, queue.Name)))
            throw Refused(text, "The dead-letter queue does not allow this queue as a source (RedriveAllowPolicy).");
        return queue with { RedrivePolicy = text, DeadLetterArn = arn, MaxReceiveCount = count };
    }

    /// <summary>The queue with a redrive allow policy.</summary>
    public static QueueRecord WithAllowPolicy(QueueRecord queue, string text)
    {
        if (text.Length > 0)
            Allowed(text);
        return queue with { RedriveAllowPolicy = text.Length == 0 ? null : text };
    }

    /// <summary>Whether a queue may be the dead-letter queue of a source.</summary>
    public static bool Allows(QueueRecord target, string sourceArn)
    {
        if (target.RedriveAllowPolicy is not { } text)
            return true;
        var (permission, sources) = Allowed(text);
        return permission == "allowAll" || (permission == "byQueue" && sources.Contains(sourceArn));
    }

    private static (string Arn, int Count) Parse(string text)
    {
        using var document = Json(text, "RedrivePolicy");
        var root = document.RootElement;
        if (!root.TryGetProperty("deadLetterTargetArn", out var arn) || arn.ValueKind != JsonValueKind.String)
            throw Refused(text, "Redrive policy does not contain mandatory attribute: deadLetterTargetArn.");
        if (!root.TryGetProperty("maxReceiveCount", out var given))
            return (arn.GetString()!, StandardCount);
        var number = given.ValueKind == JsonValueKind.String ? given.GetString() : given.GetRawText();
        return int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            && count is >= 1 and <= MostCount
            ? (arn.GetString()!, count)
            : throw Refused(text, "Invalid value for maxReceiveCount: must be between 1 and 1000.");
    }

    private static (string Permission, IReadOnlyList<string> Sources) Allowed(string text)
    {
        using var document = Json(text, "RedriveAllowPolicy");
        var root = document.RootElement;
        var permission = root.TryGetProperty("redrivePermission", out var given) ? given.ToString() : "";
        var sources = root.TryGetProperty("sourceQueueArns", out var arns) && arns.ValueKind == JsonValueKind.Array
            ? arns.EnumerateArray().Select(arn => arn.ToString()).ToList()
            : [];
        var isSound = permission switch
        {
            "allowAll" or "denyAll" => sources.Count == 0,
            "byQueue" => sources.Count is > 0 and <= 10,
            _ => false,
        };
        return isSound ? (permission, sources) : throw Errors.AttributeValue("RedriveAllowPolicy");
    }

    private static JsonDocument Json(string text, string attribute)
    {
        try
        {
            var document = JsonDocument.Parse(text);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
                return document;
            document.Dispose();
        }
        catch (JsonException)
        {
            // Refused below, as what is JSON but no object.
        }
        throw Errors.Value(text, attribute, "Redrive policy is not a valid JSON map.");
    }

    private static Core.ServiceException Refused(string text, string reason) =>
        Errors.Value(text, "RedrivePolicy", reason);
}
