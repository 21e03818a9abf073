using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Addresses;

/// <summary>Takes the name in reverse DNS from an Elastic IP address, which may then be released again.</summary>
public sealed class ResetAddressAttribute : IWriteOperation<ResetAddressAttributeRequest, ResetAddressAttributeResult>
{
    /// <inheritdoc/>
    public ResetAddressAttributeResult Run(ResetAddressAttributeRequest request, Call call)
    {
        // The model requires the attribute and knows one: domain-name.
        var nameless = Ec2Kinds.Address.Get(call, request.AllocationId!) with { PtrRecord = null };
        call.Write(Tables.Addresses).Put(nameless);
        return new() { Address = AddressView.AttributeOf(nameless) };
    }
}
