using Orrery.Contracts;
using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Certificates;

/// <summary>
/// Keeps a certificate that a user signs with. Requests are not signed with certificates any more; it is kept as AWS
/// keeps it.
/// </summary>
public sealed class UploadSigningCertificate
    : IWriteOperation<UploadSigningCertificateRequest, UploadSigningCertificateResult>
{
    /// <inheritdoc/>
    public UploadSigningCertificateResult Run(UploadSigningCertificateRequest request, Call call)
    {
        var user = Holders.UserOrCaller(call, request.UserName);
        var owner = Devices.Owner(call, user);
        var certificates = call.Ours(Tables.SigningCertificates);
        ServerCertificates.Read(request.CertificateBody!).Dispose();
        var body = request.CertificateBody!.Trim();
        if (certificates.All().Any(c => c.Body == body))
            throw new ServiceException("DuplicateCertificate", "The certificate has been uploaded already.", 409);
        call.Hold(IamQuotas.SigningPerUser, certificates.CountBy(Tables.SigningByUser, owner),
            limit => Errors.Quota("SigningCertificatesPerUser", limit));
        var certificate = new SigningCertificateRecord
        {
            Id = new(UniqueIds.New(call, "CERTIFI")), User = owner, Body = body, UploadedAt = call.Now,
        };
        certificates.Put(certificate);
        return new() { Certificate = SigningCertificates.Show(user?.Name ?? "", certificate) };
    }
}
