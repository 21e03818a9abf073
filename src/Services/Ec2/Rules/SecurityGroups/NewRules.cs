using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.SecurityGroups;

/// <summary>What Authorize is given.</summary>
/// <param name="Permissions">The rules.</param>
/// <param name="TagSpecifications">The tags that each of them gets.</param>
internal sealed record NewRules(
    IReadOnlyList<IpPermission> Permissions, IReadOnlyList<TagSpecification>? TagSpecifications);
