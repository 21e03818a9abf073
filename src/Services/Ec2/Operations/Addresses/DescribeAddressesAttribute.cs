using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Listing;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Addresses;

/// <summary>Lists the names of Elastic IP addresses in reverse DNS.</summary>
public sealed class DescribeAddressesAttribute
    : IReadOperation<DescribeAddressesAttributeRequest, DescribeAddressesAttributeResult>
{
    private static readonly Filters<AddressRecord> None = new();

    /// <inheritdoc/>
    public DescribeAddressesAttributeResult Run(DescribeAddressesAttributeRequest request, ReadCall call)
    {
        // domain-name is the only attribute that there is: it is told whether or not the request names it.
        var query = new ListQuery(request.AllocationIds, null, request.MaxResults, request.NextToken);
        var page = Lister.List(call, Ec2Kinds.Address, None, query);
        return new() { Addresses = page.As(AddressView.AttributeOf), NextToken = page.NextToken };
    }
}
