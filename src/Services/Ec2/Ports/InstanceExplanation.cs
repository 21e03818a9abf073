using System.Globalization;
using Orrery.Contracts.Instances;
using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Health;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Ports;

/// <summary>Why an instance is in its state, and why it has the body that it has.</summary>
internal static class InstanceExplanation
{
    private static readonly CheckKind[] CheckKinds = Enum.GetValues<CheckKind>();

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
                .. CheckKinds.SelectMany(check => Wrong(call, instance, check)),
                Reason.Of($"BODY_{body.Kind.ToString().ToUpperInvariant()}", body.Why, id),
            ]);
        return instance.State == InstanceStateName.Running ? Decision.Yes(root) : Decision.No(root);
    }

    private static IEnumerable<Reason> Wrong(ReadCall call, InstanceRecord instance, CheckKind check)
    {
        if (instance.State == InstanceStateName.Running
            && StatusChecks.Current(call, instance, check) is { } wrong)
        {
            var name = check.ToString().ToLowerInvariant();
            var says = wrong.IsSilent ? "gives no data" : "fails";
            var end = wrong.To is { } to ? $"until {Text(to)} UTC" : "until it is mended";
            yield return Reason.Of(
                $"CHECK_{name.ToUpperInvariant()}",
                $"Its {name} status check {says} since {Text(wrong.From)} UTC, {end}: that was declared.",
                instance.Id.Value);
        }
    }

    private static string Text(DateTimeOffset at) => at.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
