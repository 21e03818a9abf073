using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Certificates;

/// <summary>A certificate, without its private key.</summary>
public sealed class GetServerCertificate : IReadOperation<GetServerCertificateRequest, GetServerCertificateResult>
{
    /// <inheritdoc/>
    public GetServerCertificateResult Run(GetServerCertificateRequest request, ReadCall call)
    {
        var certificate = ServerCertificates.Get(call, request.ServerCertificateName);
        return new()
        {
            ServerCertificate = new()
            {
                ServerCertificateMetadata = ServerCertificates.Show(certificate),
                CertificateBody = certificate.Body,
                CertificateChain = certificate.Chain,
                Tags = TagRules.List(certificate.Tags),
            },
        };
    }
}
