using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Certificates;

/// <summary>Removes a certificate that a user signs with.</summary>
public sealed class DeleteSigningCertificate
    : IWriteOperation<DeleteSigningCertificateRequest, DeleteSigningCertificateResult>
{
    /// <inheritdoc/>
    public DeleteSigningCertificateResult Run(DeleteSigningCertificateRequest request, Call call)
    {
        call.Ours(Tables.SigningCertificates).Remove(
            SigningCertificates.Get(call, request.UserName, request.CertificateId!).Id);
        return new();
    }
}
