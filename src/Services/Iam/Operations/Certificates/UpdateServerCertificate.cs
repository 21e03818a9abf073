using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Certificates;

/// <summary>Renames or moves a certificate.</summary>
public sealed class UpdateServerCertificate
    : IWriteOperation<UpdateServerCertificateRequest, UpdateServerCertificateResult>
{
    /// <inheritdoc/>
    public UpdateServerCertificateResult Run(UpdateServerCertificateRequest request, Call call)
    {
        var certificates = call.Ours(Tables.ServerCertificates);
        var found = ServerCertificates.Get(call, request.ServerCertificateName);
        var (name, path) = (request.NewServerCertificateName ?? found.Name, Arns.Path(request.NewPath ?? found.Path));
        if (IamKey.OfName(name) != found.Key && certificates.Contains(IamKey.OfName(name)))
            throw Errors.Exists($"The Server Certificate with name {name} already exists.");
        certificates.Remove(found.Key);
        certificates.Put(found with
        {
            Name = name, Path = path, Arn = Arns.Of(call.Account, "server-certificate", path, name),
        });
        return new();
    }
}
