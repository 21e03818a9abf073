using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Rules.Instances;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Instances;

/// <summary>Sets the source and destination check of an instance back to on.</summary>
public sealed class ResetInstanceAttribute
    : IWriteOperation<ResetInstanceAttributeRequest, ResetInstanceAttributeResult>
{
    /// <inheritdoc/>
    public ResetInstanceAttributeResult Run(ResetInstanceAttributeRequest request, Call call)
    {
        var instance = InstanceStates.Alive(InstanceKinds.Instance.Get(call, request.InstanceId!));
        if (request.Attribute != InstanceAttributeName.SourceDestCheck)
        {
            throw Errors.NotServed("resetting an attribute other than sourceDestCheck (kernel, ramdisk)");
        }

        InstanceChanges.SourceDestCheck(true)(call, instance);
        return new();
    }
}
