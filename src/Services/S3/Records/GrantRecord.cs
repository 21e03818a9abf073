namespace Orrery.Services.S3.Records;

/// <summary>A grant of an access control list.</summary>
/// <param name="Grantee">A canonical user id, or the URI of a group.</param>
/// <param name="Permission">As AWS writes it, for example <c>READ</c>.</param>
public sealed record GrantRecord(string Grantee, string Permission);
