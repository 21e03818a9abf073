using System.Collections.Immutable;

namespace Orrery.Services.S3.Records;

/// <summary>An access control list.</summary>
/// <param name="Grants">Its grants, in order.</param>
public sealed record AclRecord(ImmutableList<GrantRecord> Grants);
