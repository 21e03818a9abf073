using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Certificates;

/// <summary>Switches a certificate on or off.</summary>
public sealed class UpdateSigningCertificate
    : IWriteOperation<UpdateSigningCertificateRequest, UpdateSigningCertificateResult>
{
    /// <inheritdoc/>
    public UpdateSigningCertificateResult Run(UpdateSigningCertificateRequest request, Call call)
    {
        var found = SigningCertificates.Get(call, request.UserName, request.CertificateId!);
        call.Ours(Tables.SigningCertificates).Put(found with { IsActive = KeyRules.IsActive(request.Status) });
        return new();
    }
}
