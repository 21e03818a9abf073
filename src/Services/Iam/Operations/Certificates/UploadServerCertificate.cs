using Orrery.Contracts;
using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Certificates;

/// <summary>Keeps a certificate with its private key, which has to fit.</summary>
public sealed class UploadServerCertificate
    : IWriteOperation<UploadServerCertificateRequest, UploadServerCertificateResult>
{
    /// <inheritdoc/>
    public UploadServerCertificateResult Run(UploadServerCertificateRequest request, Call call)
    {
        var certificates = call.Ours(Tables.ServerCertificates);
        var name = request.ServerCertificateName!;
        if (certificates.Contains(IamKey.OfName(name)))
            throw Errors.Exists($"The Server Certificate with name {name} already exists.");
        call.Hold(IamQuotas.ServerCertificates, certificates.Count,
            limit => Errors.Quota("ServerCertificatesPerAccount", limit));
        var path = Arns.Path(request.Path);
        var certificate = new ServerCertificateRecord
        {
            Name = name,
            Path = path,
            Id = UniqueIds.New(call, "ASCA"),
            Arn = Arns.Of(call.Account, "server-certificate", path, name),
            Body = request.CertificateBody!.Trim(),
            PrivateKey = request.PrivateKey!,
            Chain = request.CertificateChain?.Trim(),
            UploadedAt = call.Now,
            ExpiresAt = ServerCertificates.Expiration(
                request.CertificateBody!, request.PrivateKey!, request.CertificateChain),
            Tags = TagRules.New(request.Tags),
        };
        certificates.Put(certificate);
        return new()
        {
            ServerCertificateMetadata = ServerCertificates.Show(certificate), Tags = TagRules.View(certificate.Tags),
        };
    }
}
