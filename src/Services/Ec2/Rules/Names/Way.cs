using Orrery.Core;

namespace Orrery.Services.Ec2.Rules.Names;

/// <summary>What joins two VPCs, and whether names of the one lead to private addresses for the other by it.</summary>
/// <param name="Resolves">Whether they do.</param>
/// <param name="Why">The reason.</param>
internal sealed record Way(bool Resolves, Reason Why);
