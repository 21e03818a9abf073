using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Rules.Instances;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Instances;

/// <summary>Tells the credit option that new instances of a burstable family have.</summary>
public sealed class GetDefaultCreditSpecification
    : IReadOperation<GetDefaultCreditSpecificationRequest, GetDefaultCreditSpecificationResult>
{
    /// <inheritdoc/>
    public GetDefaultCreditSpecificationResult Run(GetDefaultCreditSpecificationRequest request, ReadCall call)
    {
        var family = request.InstanceFamily ?? throw Errors.Missing("InstanceFamily");
        return new()
        {
            InstanceFamilyCreditSpecification = new()
            {
                InstanceFamily = family, CpuCredits = InstanceDefaults.CreditsOf(call, family),
            },
        };
    }
}
