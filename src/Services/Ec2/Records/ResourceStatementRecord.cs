using System.Collections.Immutable;

namespace Orrery.Services.Ec2.Records;

/// <summary>
/// Resources that a path of a Network Access Scope begins at, ends at or crosses: by ids or by types.
/// </summary>
public sealed record ResourceStatementRecord
{
    /// <summary>Ids or ARNs, as they were given.</summary>
    public ImmutableArray<string> Resources { get; init; } = [];

    /// <summary>Types, for example <c>AWS::EC2::InternetGateway</c>.</summary>
    public ImmutableArray<string> ResourceTypes { get; init; } = [];
}
