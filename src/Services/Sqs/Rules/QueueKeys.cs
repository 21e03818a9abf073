using Orrery.Contracts.Delivery;
using Orrery.Contracts.Keys;
using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Sqs.Boxes;
using Orrery.Services.Sqs.Records;

namespace Orrery.Services.Sqs.Rules;

/// <summary>
/// Keys of queues: who sends needs <c>kms:GenerateDataKey</c> and <c>kms:Decrypt</c>, who receives <c>kms:Decrypt</c>
/// for the keys of the messages; a message stays under the key that it was sent under. KMS is asked each time: AWS
/// reuses a data key for as long as the queue says. Source: SQS Developer Guide, "Amazon SQS Key management". Guessed:
/// what moves and redrives ask for, and the error of an ARN that is none.
/// </summary>
internal static class QueueKeys
{
    private const string AwsKey = "alias/aws/sqs";

    private static readonly string[] ToSend = ["GenerateDataKey", "Decrypt"];

    /// <summary>The ARN of the key that a new message gets; null where KMS has nothing to do with the queue.</summary>
    /// <param name="call">The call.</param>
    /// <param name="place">The queue.</param>
    /// <param name="user">The service that sends; null where the caller does.</param>
    /// <exception cref="ServiceException">KmsAccessDenied, KmsDisabled, KmsInvalidState, KmsNotFound …</exception>
    public static string? ForSending(Call call, Place place, KeyUser? user)
    {
        if (place.Queue.KmsMasterKeyId is not { } id) return null;
        if (call.FindPort<IKeys>() is not { } keys)
        {
            return id == AwsKey || id.EndsWith(":" + AwsKey, StringComparison.Ordinal)
                ? null
                : throw new ServiceException("KmsNotFound", $"Without KMS there is no key '{id}'.");
        }

        try
        {
            var use = Use(place, id) with { By = user };
            var arn = keys.Find(call, use).Arn;
            return keys.Refusal(call, use, ToSend) is { } refusal ? throw refusal : arn;
        }
        catch (ServiceException refusal)
        {
            throw Worded(call, refusal);
        }
    }

    /// <summary>Why a service cannot send to a queue; null where its key does not stand against it.</summary>
    public static DeliveryObstacle? Obstacle(ReadCall call, Place place, Delivery delivery) =>
        place.Queue.KmsMasterKeyId is { } id
            ? KeyRefusals.Obstacle(call, Use(place, id), delivery, ToSend)
            : null;

    /// <summary>Refuses who may not read messages.</summary>
    /// <exception cref="ServiceException">KmsAccessDenied, KmsDisabled, KmsInvalidState, KmsNotFound …</exception>
    public static void CheckReading(ReadCall call, Place place, IReadOnlyList<Taken> taken)
    {
        string? asked = null;
        foreach (var one in taken)
        {
            if (one.Message.KeyArn is not { } key || key == asked) continue;
            if (Closed(call, place, key) is { } refusal) throw Worded(call, refusal);
            asked = key;
        }
    }

    /// <summary>Refuses who may not have messages moved from one queue to others.</summary>
    /// <exception cref="ServiceException">KmsAccessDenied, KmsDisabled, KmsInvalidState, KmsNotFound …</exception>
    public static void CheckMoving(Call call, Place source, Place? target)
    {
        if (source.Queue.KmsMasterKeyId is { } key && Closed(call, source, key) is { } refusal)
            throw Worded(call, refusal);
        if (target is not null) ForSending(call, target, null);
    }

    /// <summary>Why a message cannot be moved now, as a task tells it; null where keys do not stand against it.
    /// </summary>
    public static string? Fault(ReadCall call, (Place From, Place To) way, MessageRecord message)
    {
        var refusal = message.KeyArn is { } key ? Closed(call, way.From, key) : null;
        if (way.To.Queue.KmsMasterKeyId is { } id)
            refusal ??= call.FindPort<IKeys>()?.Refusal(call, Use(way.To, id), ToSend);
        return refusal is null ? null
            : $"KMS.{(refusal.Code == "KMSInvalidStateException" ? "InvalidStateException" : refusal.Code)}";
    }

    /// <summary>The ARN of the key of a queue, where it is there.</summary>
    public static string? ArnOf(ReadCall call, Place place) => place.Queue.KmsMasterKeyId is { } id
        ? call.FindPort<IKeys>()?.Seek(call, Use(place, id))?.Arn
        : null;

    private static ServiceException? Closed(ReadCall call, Place place, string key) =>
        call.FindPort<IKeys>()?.Refusal(call, Use(place, key), "Decrypt");

    private static KeyUse Use(Place place, string id) => new(
        id, "sqs", new Dictionary<string, string>(StringComparer.Ordinal) { ["aws:sqs:arn"] = place.Arn })
    {
        At = place.Scope,
    };

    private static ServiceException Worded(ReadCall call, ServiceException refusal) => new(
        refusal.Code switch
        {
            "AccessDeniedException" => "KmsAccessDenied",
            "DisabledException" => "KmsDisabled",
            "InvalidKeyUsageException" => "KmsInvalidKeyUsage",
            "KMSInvalidStateException" => "KmsInvalidState",
            _ => "KmsNotFound",
        },
        KeyRefusals.Text(call, refusal)) { Decision = refusal.Decision };
}
