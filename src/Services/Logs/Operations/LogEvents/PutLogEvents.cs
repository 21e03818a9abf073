using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Logs.Rules;
using Orrery.Wire.Generated.Logs;

namespace Orrery.Services.Logs.Operations.LogEvents;

/// <summary>
/// Puts events into a stream. Sequence tokens are taken and count for nothing, as AWS does since 2023 (CloudWatch Logs
/// API Reference, PutLogEvents).
/// </summary>
public sealed class PutLogEvents : IWriteOperation<PutLogEventsRequest, PutLogEventsResult>
{
    /// <inheritdoc/>
    public PutLogEventsResult Run(PutLogEventsRequest request, Call call)
    {
        var group = LogGroups.Get(call, request.LogGroupName!);
        var stream = LogGroups.Stream(call, group.Name.Value, request.LogStreamName!);
        if (request.Entity is not null)
        {
            throw Errors.NotServed("entities of log events (entity)");
        }

        if (group.Class == LogGroupClass.Delivery)
        {
            throw Errors.Invalid("Events cannot be put into a log group of the DELIVERY class.");
        }

        Batch.Check(request.LogEvents!);
        GroupKeys.CheckWriting(call, Arns.Group(call.Scope, group.Name.Value), group.KmsKeyArn);
        var rejected = Appender.Append(call, group, stream, request.LogEvents!);
        return new()
        {
            NextSequenceToken = EventIds.Token(stream.Number + request.LogEvents!.Count), RejectedLogEventsInfo =
                rejected,
        };
    }
}
