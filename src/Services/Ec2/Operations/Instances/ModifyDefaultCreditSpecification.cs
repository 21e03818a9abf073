using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Rules.Instances;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Instances;

/// <summary>
/// Sets the credit option that new instances of a burstable family have. With AWS it may be five minutes before all
/// zones know of it; here they do at once.
/// </summary>
public sealed class ModifyDefaultCreditSpecification
    : IWriteOperation<ModifyDefaultCreditSpecificationRequest, ModifyDefaultCreditSpecificationResult>
{
    /// <inheritdoc/>
    public ModifyDefaultCreditSpecificationResult Run(ModifyDefaultCreditSpecificationRequest request, Call call)
    {
        var family = request.InstanceFamily ?? throw Errors.Missing("InstanceFamily");
        var credits = request.CpuCredits is "standard" or "unlimited"
            ? request.CpuCredits
            : throw Errors.InvalidParameterValue($"Value ({request.CpuCredits}) for parameter CpuCredits is invalid.");
        var before = InstanceDefaults.Of(call);
        call.Write(HealthTables.Defaults).Put(
            before with { Credits = before.Credits.SetItem(family.ToWire(), credits) });
        return new()
        {
            InstanceFamilyCreditSpecification = new() { InstanceFamily = family, CpuCredits = credits },
        };
    }
}
