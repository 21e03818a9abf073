using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.AutoScaling.Loops;
using Orrery.Services.AutoScaling.Rules;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Operations.Instances;

/// <summary>Protects instances from scaling in, or no longer.</summary>
public sealed class SetInstanceProtection : IWriteOperation<SetInstanceProtectionRequest, SetInstanceProtectionResult>
{
    private const int Most = 50;

    /// <inheritdoc/>
    public SetInstanceProtectionResult Run(SetInstanceProtectionRequest request, Call call)
    {
        var group = Rules.Groups.Open(call, request.AutoScalingGroupName);
        var members = MemberOrders.Ids(request.InstanceIds, Most)
            .Select(id => Rules.Groups.Member(call, group, id)).ToList();
        if (members.FirstOrDefault(member => member.IsWarm) is { } warm)
            throw Errors.Invalid($"The instance {warm.Id} is not in InService or EnteringStandby or Standby.");
        foreach (var member in members)
        {
            call.Write(Tables.Members).Put(member with { IsProtected = request.ProtectedFromScaleIn!.Value });
        }

        GroupLoop.Wake(call, group.Name);
        return new();
    }
}
