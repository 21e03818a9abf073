using Orrery.Contracts.Instances;
using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Ports;

/// <summary>Why an instance is in its state, and why it has the body that it has.</summary>
internal static class InstanceExplanation
{
    /// <summary>The explanation; yes where the instance runs.</summary>
    public static Decision Of(ReadCall call, InstanceRecord instance)
    {
        var id = instance.Id.Value;
        var state = instance.State.ToWire();
        var body = call.Port<IInstanceBodies>().Of(call, id);
        var why = instance.StateReason?.Message ?? instance.StateTransitionReason;
        var root = new Reason(
            $"INSTANCE_{state.Replace('-', '_').ToUpperInvariant()}",
            $"The instance {id} is {state}.",
            id,
            [
                .. why.Length > 0 ? [Reason.Of("STATE_REASON", why, id)] : Array.Empty<Reason>(),
                Reason.Of($"BODY_{body.Kind.ToString().ToUpperInvariant()}", body.Why, id),
            ]);
        return instance.State == InstanceStateName.Running ? Decision.Yes(root) : Decision.No(root);
    }
}
