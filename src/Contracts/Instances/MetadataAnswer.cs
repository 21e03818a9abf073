namespace Orrery.Contracts.Instances;

/// <summary>An answer of the metadata service.</summary>
/// <param name="Status">The HTTP status: 200, 400, 401, 403, 404 or 405.</param>
/// <param name="ContentType">What the body is.</param>
/// <param name="Body">The body.</param>
/// <param name="TokenSeconds">How long the token of the answer, or of the request, still lasts; null where there is
/// none.</param>
public sealed record MetadataAnswer(
    int Status, string ContentType, ReadOnlyMemory<byte> Body, long? TokenSeconds = null);
