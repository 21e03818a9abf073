using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Rules;
using Orrery.Wire.Generated.Ec2;
using System.Globalization;

namespace Orrery.Services.Ec2.Operations.Regions;

/// <summary>
/// Tells what holds for the account in the region. max-instances is no longer supported by AWS, which still answers 20.
/// Source: EC2 API Reference, DescribeAccountAttributes.
/// </summary>
public sealed class DescribeAccountAttributes
    : IReadOperation<DescribeAccountAttributesRequest, DescribeAccountAttributesResult>
{
    private static readonly (string Name, Func<ReadCall, string> Value)[] Attributes =
    [
        ("supported-platforms", _ => "VPC"),
        ("default-vpc", call => DefaultVpc.Find(call)?.Id.Value ?? "none"),
        ("max-instances", _ => "20"),
        ("vpc-max-security-groups-per-interface", call => Text(Limits.MaxGroupsPerInterface(call))),
        ("max-elastic-ips", call => Text(Limits.MaxAddresses(call))),
        ("vpc-max-elastic-ips", call => Text(Limits.MaxAddresses(call))),
    ];

    /// <inheritdoc/>
    public DescribeAccountAttributesResult Run(DescribeAccountAttributesRequest request, ReadCall call)
    {
        // The model's enumeration names two of the attributes only; the others come when none is asked for.
        var asked = request.AttributeNames?.Select(AccountAttributeNameNames.Of).ToList() ?? [];
        return new()
        {
            AccountAttributes =
            [
                .. Attributes.Where(a => asked.Count == 0 || asked.Contains(a.Name)).Select(a => new AccountAttribute
                {
                    AttributeName = a.Name,
                    AttributeValues = [new() { AttributeValue = a.Value(call) }],
                }),
            ],
        };
    }

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
