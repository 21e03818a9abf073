using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Loads;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Instances;

/// <summary>
/// Sets the credit option of burstable instances, each for itself: what cannot be set is told beside what was. Source:
/// EC2 API Reference, UnsuccessfulInstanceCreditSpecificationItemError (codes).
/// </summary>
public sealed class ModifyInstanceCreditSpecification
    : IWriteOperation<ModifyInstanceCreditSpecificationRequest, ModifyInstanceCreditSpecificationResult>
{
    /// <inheritdoc/>
    public ModifyInstanceCreditSpecificationResult Run(ModifyInstanceCreditSpecificationRequest request, Call call)
    {
        var done = new List<SuccessfulInstanceCreditSpecificationItem>();
        var failed = new List<UnsuccessfulInstanceCreditSpecificationItem>();
        foreach (var wish in request.InstanceCreditSpecifications!)
        {
            if (wish.CpuCredits is not ("standard" or "unlimited"))
            {
                throw Errors.InvalidParameterValue($"Value ({wish.CpuCredits}) for parameter CpuCredits is invalid.");
            }

            if (Obstacle(wish.InstanceId!, call, out var instance) is { } error)
            {
                failed.Add(new() { InstanceId = wish.InstanceId, Error = error });
                continue;
            }

            instance = instance! with { CpuCredits = wish.CpuCredits };
            call.Write(InstanceTables.Instances).Put(instance);
            Lives.Note(call, instance);
            done.Add(new() { InstanceId = wish.InstanceId });
        }

        return new()
        {
            SuccessfulInstanceCreditSpecifications = done,
            UnsuccessfulInstanceCreditSpecifications = failed,
        };
    }

    private static UnsuccessfulInstanceCreditSpecificationItemError? Obstacle(
        string id, ReadCall call, out InstanceRecord? instance)
    {
        instance = null;
        try
        {
            instance = InstanceKinds.Instance.Get(call, id);
        }
        catch (ServiceException refusal)
        {
            return new()
            {
                Code = UnsuccessfulInstanceCreditSpecificationErrorCodeWire.Parse(refusal.Code),
                Message = refusal.Message,
            };
        }

        return instance switch
        {
            { State: not (InstanceStateName.Running or InstanceStateName.Stopped) } => new()
            {
                Code = UnsuccessfulInstanceCreditSpecificationErrorCode.IncorrectInstanceState,
                Message = $"The instance '{id}' is {instance.State.ToWire()}.",
            },
            { CpuCredits: null } => new()
            {
                Code = UnsuccessfulInstanceCreditSpecificationErrorCode.InstanceCreditSpecificationNotSupported,
                Message = $"The instance type {instance.InstanceType} of '{id}' has no credit option.",
            },
            _ => null,
        };
    }
}
