using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Logs.Loops;
using Orrery.Services.Logs.Rules;
using Orrery.Wire.Generated.Logs;

namespace Orrery.Services.Logs.Operations.Groups;

/// <summary>Sets for how many days events are kept. The values: CloudWatch Logs API Reference, PutRetentionPolicy.</summary>
public sealed class PutRetentionPolicy : IWriteOperation<PutRetentionPolicyRequest, PutRetentionPolicyResult>
{
    /// <inheritdoc/>
    public PutRetentionPolicyResult Run(PutRetentionPolicyRequest request, Call call)
    {
        var group = LogGroups.Get(call, request.LogGroupName!);
        if (!Allowed.Contains(request.RetentionInDays!.Value))
        {
            throw Errors.Invalid(
                "1 validation error detected: Value at 'retentionInDays' failed to satisfy constraint: Member must be one of: "
                + $"[{string.Join(", ", Allowed)}]");
        }

        RefuseDelivery(group);
        Sweeper.Replan(call, group with { RetentionInDays = request.RetentionInDays });
        return new();
    }

    private static readonly int[] Allowed =
    [
        1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
    ];

    /// <summary>Groups for deliveries keep their two days.</summary>
    internal static void RefuseDelivery(Records.GroupRecord group)
    {
        if (group.Class == LogGroupClass.Delivery)
        {
            throw Errors.WrongClass("The retention of a log group of the DELIVERY class cannot be changed.");
        }
    }
}
