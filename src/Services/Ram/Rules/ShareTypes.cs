namespace Orrery.Services.Ram.Rules;

/// <summary>
/// What can be shared here. Sources: AWS RAM User Guide, "Shareable AWS resources" (types, and that subnets can be
/// shared within an organization only), "Managing permissions in AWS RAM" (names of the default permissions); what they
/// allow follows Transit Gateway guide, "Share a transit gateway", and Amazon VPC User Guide, "Shared prefix list
/// permissions": the exact lists of actions are guessed.
/// </summary>
internal static class ShareTypes
{
    /// <summary>All of them, by name.</summary>
    public static readonly IReadOnlyList<ShareType> All =
    [
        new(
            "ec2:PrefixList", "ec2", "prefix-list", "AWSRAMDefaultPermissionPrefixList",
            [
                "ec2:AuthorizeSecurityGroupEgress",
                "ec2:AuthorizeSecurityGroupIngress",
                "ec2:CreateRoute",
                "ec2:CreateTransitGatewayPrefixListReference",
                "ec2:DescribeManagedPrefixLists",
                "ec2:GetManagedPrefixListEntries",
                "ec2:ModifyTransitGatewayPrefixListReference",
                "ec2:ReplaceRoute",
            ]),
        new(
            "ec2:TransitGateway", "ec2", "transit-gateway", "AWSRAMDefaultPermissionTransitGateway",
            [
                "ec2:CreateTransitGatewayVpcAttachment",
                "ec2:DeleteTransitGatewayVpcAttachment",
                "ec2:DescribeTransitGateways",
                "ec2:DescribeTransitGatewayVpcAttachments",
                "ec2:ModifyTransitGatewayVpcAttachment",
            ]),
    ];

    /// <summary>The type of a name.</summary>
    /// <exception cref="Core.ServiceException">InvalidResourceTypeException.</exception>
    public static ShareType Get(string name) =>
        All.FirstOrDefault(t => t.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? throw new Core.ServiceException(
            "InvalidResourceTypeException", $"The resource type {name} is none that can be shared here.");

    /// <summary>The type that an ARN's form says; null where it is none that can be shared.</summary>
    public static ShareType? OfArn(string arn) => arn.Split(':', 6) is [_, _, var service, _, _, var rest]
        ? All.FirstOrDefault(t => t.Service == service && rest.StartsWith(t.Kind + "/", StringComparison.Ordinal))
        : null;

    /// <summary>The type whose default permission an ARN names.</summary>
    /// <exception cref="Core.ServiceException">MalformedArnException, UnknownResourceException.</exception>
    public static ShareType OfPermission(string arn) =>
        !arn.StartsWith("arn:aws:ram:", StringComparison.Ordinal) ? throw Errors.Malformed(arn)
        : All.FirstOrDefault(t => t.PermissionArn == arn) ?? throw Errors.Unknown($"Permission {arn}");
}
