using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Logs.Loops;
using Orrery.Services.Logs.Rules;
using Orrery.Wire.Generated.Logs;

namespace Orrery.Services.Logs.Operations.Groups;

/// <summary>Lets events be kept for ever again.</summary>
public sealed class DeleteRetentionPolicy : IWriteOperation<DeleteRetentionPolicyRequest, DeleteRetentionPolicyResult>
{
    /// <inheritdoc/>
    public DeleteRetentionPolicyResult Run(DeleteRetentionPolicyRequest request, Call call)
    {
        var group = LogGroups.Get(call, request.LogGroupName!);
        PutRetentionPolicy.RefuseDelivery(group);
        Sweeper.Replan(call, group with { RetentionInDays = null });
        return new();
    }
}
