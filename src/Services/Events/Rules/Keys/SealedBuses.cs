using System.Text.Json;
using Orrery.Contracts.Delivery;
using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Services.Events.Rules.Buses;

namespace Orrery.Services.Events.Rules.Keys;

/// <summary>
/// Events that a bus cannot encrypt go to its dead-letter queue, or are gone: they are not tried again, because
/// somebody has to do something first. Events of AWS's services are not encrypted with the bus's key. Source:
/// EventBridge User Guide, "Using dead-letter queues to capture encrypted event errors in EventBridge". Guessed: which
/// attributes and codes such a message has.
/// </summary>
internal static class SealedBuses
{
    private const string OfServices = "aws.";

    /// <summary>Whether a bus can take an event; one that it cannot take goes where it has to.</summary>
    public static bool Takes(Call call, Scope scope, string bus, (JsonElement Event, string Json) occurred)
    {
        if (BusRules.Find(call, scope, bus) is not { KmsKey: not null } found) return true;
        if (occurred.Event.GetProperty("source").GetString()!.StartsWith(OfServices, StringComparison.Ordinal))
            return true;
        if (EventKeys.OfBus(call, scope, found) is not { } refusal) return true;
        if (found.DeadLetterArn is { } queue)
            Destinations.TryDeliver(call, DeadLetter(queue, Names.Bus(scope, bus), occurred.Json, refusal));
        return false;
    }

    /// <summary>The dead-letter queue of a request, checked.</summary>
    /// <exception cref="ServiceException">ValidationException.</exception>
    public static string? Checked(ReadCall call, string? queue) =>
        queue is null || (Names.Parts(queue, "sqs") is { } parts && parts.Scope.Region == call.Region)
            ? queue
            : throw Errors.Validation(
                $"Parameter DeadLetterConfig.Arn {queue} is not valid. Reason: it is no SQS queue of this Region.");

    private static Delivery DeadLetter(string queue, string bus, string json, ServiceException refusal)
    {
        var code = refusal.Code switch
        {
            "AccessDeniedException" => "NO_PERMISSIONS",
            "NotFoundException" => "NO_RESOURCE",
            _ => "SDK_CLIENT_ERROR",
        };
        return new(queue, EventKeys.Principal, bus, json)
        {
            GroupId = queue.EndsWith(".fifo", StringComparison.Ordinal) ? "dead-letters" : null,
            Attributes =
            [
                new("EVENT_BUS_ARN", "String", bus), new("ERROR_CODE", "String", code),
                new("ERROR_MESSAGE", "String", refusal.Message),
            ],
        };
    }
}
