using Orrery.Services.Ec2.Records;

namespace Orrery.Services.Ec2.Rules;

/// <summary>What a route points to.</summary>
/// <param name="Kind">The kind of resource.</param>
/// <param name="Id">Its id.</param>
internal readonly record struct RouteTarget(RouteTargetKind Kind, string Id);
