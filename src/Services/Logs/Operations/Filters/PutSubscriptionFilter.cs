using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Logs.Ids;
using Orrery.Services.Logs.Rules;
using Orrery.Wire.Generated.Logs;

namespace Orrery.Services.Logs.Operations.Filters;

/// <summary>Makes a subscription filter, or changes the one of this name; a group has two at most.</summary>
public sealed class PutSubscriptionFilter : IWriteOperation<PutSubscriptionFilterRequest, PutSubscriptionFilterResult>
{
    /// <inheritdoc/>
    public PutSubscriptionFilterResult Run(PutSubscriptionFilterRequest request, Call call)
    {
        var group = LogGroups.Get(call, request.LogGroupName!);
        FilterRules.CheckClass(group);
        FilterRules.RefuseLater(request.ApplyOnTransformedLogs, request.FieldSelectionCriteria, request.EmitSystemFields);
        FilterRules.CheckRegex(call, group, request.FilterName!, request.FilterPattern!);
        if (!Subscribing.CanSend(call, request.DestinationArn!))
        {
            throw Errors.Invalid(
                "Could not deliver test message to specified destination. Check if the destination is valid. "
                + $"(Orrery has no service that takes log events for {request.DestinationArn}.)");
        }

        var table = call.Write(Tables.Subscriptions);
        var key = PartKey.Of(group.Name.Value, request.FilterName!);
        var old = table.Find(key);
        if (old is null && table.CountBy(Tables.SubscriptionsByGroup, group.Name.Value) >= FilterRules.MostSubscriptions)
        {
            throw Errors.Limit();
        }

        table.Put(new()
        {
            Key = key,
            Group = group.Name.Value,
            Name = request.FilterName!,
            Pattern = request.FilterPattern!,
            DestinationArn = request.DestinationArn!,
            RoleArn = request.RoleArn,
            Distribution = request.Distribution ?? Distribution.ByLogStream,
            CreationTime = old?.CreationTime ?? call.Now,
        });
        return new();
    }
}
