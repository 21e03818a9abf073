using Orrery.Contracts.Instances;
using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Loops;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Health;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Ports;

/// <summary>Takes declarations of what is wrong with instances.</summary>
internal sealed class ImpairmentDesk : IImpairments
{
    /// <inheritdoc/>
    public IReadOnlyList<Impairment> List(ReadCall call) =>
    [
        .. from health in call.Read(HealthTables.Health).All()
           from impairment in health.Impairments
           where StatusChecks.Lasts(impairment, call.Now)
           orderby health.Id, impairment.Check
           select View(health.Id.Value, impairment),
    ];

    /// <inheritdoc/>
    public Impairment Impair(Call call, string instanceId, CheckKind check, TimeSpan? lasting, bool isSilent)
    {
        var instance = InstanceKinds.Instance.Get(call, instanceId);
        // Volumes of what is stopped can fail too: warm pools ask for that.
        if (instance.State != InstanceStateName.Running
            && (instance.State, check) != (InstanceStateName.Stopped, CheckKind.Ebs))
        {
            throw new ServiceException(
                "IncorrectInstanceState", $"The instance '{instanceId}' does not run, so that nothing checks it.");
        }

        if (check == CheckKind.Ebs && !StatusChecks.IsNitro(instance.InstanceType))
        {
            throw Errors.InvalidParameterValue(
                $"Instances of type {instance.InstanceType} have no check of attached volumes: only Nitro types do.");
        }

        if (lasting <= TimeSpan.Zero)
        {
            throw Errors.InvalidParameterValue("An impairment lasts longer than no time.");
        }

        var impairment = Impairments.Begin(call, instance, check, call.Now + lasting, isSilent);
        RecoveryLoop.Watch(call, instance);
        return View(instanceId, impairment);
    }

    /// <inheritdoc/>
    public IReadOnlyList<Impairment> Mend(Call call, string instanceId) =>
    [
        .. Impairments.MendAll(call, InstanceKinds.Instance.Get(call, instanceId).Id)
            .Select(mended => View(instanceId, mended)),
    ];

    private static Impairment View(string id, ImpairmentRecord impairment) =>
        new(id, impairment.Check, impairment.IsSilent, impairment.From, impairment.To);
}
