using Orrery.Kernel.Storage;

namespace Orrery.Operations;

/// <summary>A client token that was used.</summary>
/// <param name="Id">The token within its operation.</param>
/// <param name="Fingerprint">SHA-256 of the request, in hexadecimal digits.</param>
/// <param name="Result">The result as JSON, given again to the same request.</param>
internal sealed record TokenRecord(TokenKey Id, string Fingerprint, RawJson Result);
