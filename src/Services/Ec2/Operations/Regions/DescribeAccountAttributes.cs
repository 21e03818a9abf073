using System.Globalization;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Rules;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Regions;

/// <summary>
/// Tells what holds for the account in the region. max-instances is no longer supported by AWS, which still answers 20.
/// Source: EC2 API Reference, DescribeAccountAttributes.
/// </summary>
public sealed class DescribeAccountAttributes
    : IReadOperation<DescribeAccountAttributesRequest, DescribeAccountAttributesResult>
{
    private static readonly (AccountAttributeName Name, Func<ReadCall, string> Value)[] Attributes =
    [
        (AccountAttributeName.SupportedPlatforms, _ => "VPC"),
        (AccountAttributeName.DefaultVpc, call => DefaultVpc.Find(call)?.Id.Value ?? "none"),
        (AccountAttributeName.MaxInstances, _ => "20"),
        (AccountAttributeName.VpcMaxSecurityGroupsPerInterface, call => Text(Limits.MaxGroupsPerInterface(call))),
        (AccountAttributeName.MaxElasticIps, call => Text(Limits.MaxAddresses(call))),
        (AccountAttributeName.VpcMaxElasticIps, call => Text(Limits.MaxAddresses(call))),
    ];

    /// <inheritdoc/>
    public DescribeAccountAttributesResult Run(DescribeAccountAttributesRequest request, ReadCall call)
    {
        var asked = request.AttributeNames ?? [];
        return new()
        {
            AccountAttributes =
            [
                .. Attributes.Where(a => asked.Count == 0 || asked.Contains(a.Name)).Select(a => new AccountAttribute
                {
                    AttributeName = a.Name.ToWire(),
                    AttributeValues = [new() { AttributeValue = a.Value(call) }],
                }),
            ],
        };
    }

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
