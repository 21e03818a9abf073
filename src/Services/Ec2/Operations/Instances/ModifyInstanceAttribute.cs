using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Rules.Instances;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Instances;

/// <summary>Sets one attribute of an instance, or of its only network interface.</summary>
public sealed class ModifyInstanceAttribute
    : IWriteOperation<ModifyInstanceAttributeRequest, ModifyInstanceAttributeResult>
{
    /// <inheritdoc/>
    public ModifyInstanceAttributeResult Run(ModifyInstanceAttributeRequest request, Call call)
    {
        var instance = InstanceStates.Alive(InstanceKinds.Instance.Get(call, request.InstanceId!));
        var changes = InstanceChanges.Of(request).ToList();
        var change = changes.Count switch
        {
            1 => changes[0],
            0 => throw Errors.InvalidParameterCombination("No attributes specified."),
            _ => throw Errors.InvalidParameterCombination("Fields for multiple attribute types specified"),
        };
        change(call, instance);
        return new();
    }
}
