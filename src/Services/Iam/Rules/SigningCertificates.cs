using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Rules;

/// <summary>Certificates that users sign with.</summary>
internal static class SigningCertificates
{
    /// <summary>A certificate of a user.</summary>
    /// <exception cref="ServiceException">NoSuchEntity.</exception>
    public static SigningCertificateRecord Get(ReadCall call, string? userName, string id)
    {
        var owner = Devices.OwnerOf(call, userName);
        return call.Mine(Tables.SigningCertificates).Find(new(id)) is { } found && found.User == owner
            ? found
            : throw Errors.NoSuchEntity($"The Certificate with id {id} cannot be found.");
    }

    /// <summary>A certificate as the API writes it.</summary>
    public static SigningCertificate Show(string userName, SigningCertificateRecord certificate) => new()
    {
        UserName = userName,
        CertificateId = certificate.Id.Value,
        CertificateBody = certificate.Body,
        Status = KeyRules.Status(certificate.IsActive),
        UploadDate = certificate.UploadedAt,
    };
}
