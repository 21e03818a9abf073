using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.SecurityGroups;

/// <summary>New descriptions: by what the rules say, or by id.</summary>
internal sealed record DescriptionUpdate(
    IReadOnlyList<IpPermission>? Permissions, IReadOnlyList<SecurityGroupRuleDescription>? ById);
