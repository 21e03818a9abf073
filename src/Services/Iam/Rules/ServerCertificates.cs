using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Rules;

/// <summary>Server certificates. Source: IAM API Reference, UploadServerCertificate.</summary>
internal static class ServerCertificates
{
    /// <summary>A certificate.</summary>
    /// <exception cref="ServiceException">NoSuchEntity.</exception>
    public static ServerCertificateRecord Get(ReadCall call, string? name) =>
        call.Mine(Tables.ServerCertificates).Find(IamKey.OfName(name!))
        ?? throw Errors.NoSuchEntity($"The Server Certificate with name {name} cannot be found.");

    /// <summary>Checks that a key is that of a certificate; when the certificate expires.</summary>
    /// <exception cref="ServiceException">MalformedCertificate, KeyPairMismatch.</exception>
    public static DateTimeOffset Expiration(string body, string privateKey, string? chain)
    {
        using var certificate = Read(body);
        if (chain is not null) CheckChain(chain);
        if (!IsKey(privateKey)) throw Malformed("Unable to parse key file.");
        try
        {
            using var whole = X509Certificate2.CreateFromPem(body, privateKey);
        }
        catch (Exception wrong) when (wrong is ArgumentException or CryptographicException)
        {
            throw new ServiceException(
                "KeyPairMismatch", "The certificate body does not match the private key that was provided.");
        }

        return certificate.NotAfter.ToUniversalTime();
    }

    /// <summary>A certificate of PEM.</summary>
    /// <exception cref="ServiceException">MalformedCertificate.</exception>
    public static X509Certificate2 Read(string pem)
    {
        try
        {
            return X509Certificate2.CreateFromPem(pem);
        }
        catch (CryptographicException)
        {
            throw Malformed("Unable to parse certificate. Please ensure the certificate is in PEM format.");
        }
    }

    /// <summary>What the API tells of a certificate.</summary>
    public static ServerCertificateMetadata Show(ServerCertificateRecord certificate) => new()
    {
        Path = certificate.Path,
        ServerCertificateName = certificate.Name,
        ServerCertificateId = certificate.Id,
        Arn = certificate.Arn,
        UploadDate = certificate.UploadedAt,
        Expiration = certificate.ExpiresAt,
    };

    private static bool IsKey(string pem)
    {
        using var rsa = RSA.Create();
        using var ec = ECDsa.Create();
        return Imports(rsa, pem) || Imports(ec, pem);
    }

    private static bool Imports(AsymmetricAlgorithm key, string pem)
    {
        try
        {
            key.ImportFromPem(pem);
            return true;
        }
        catch (Exception wrong) when (wrong is ArgumentException or CryptographicException)
        {
            return false;
        }
    }

    private static void CheckChain(string chain)
    {
        try
        {
            X509Certificate2Collection all = [];
            all.ImportFromPem(chain);
            if (all.Count == 0) throw Malformed("Unable to parse certificate chain.");
        }
        catch (CryptographicException)
        {
            throw Malformed("Unable to parse certificate chain.");
        }
    }

    private static ServiceException Malformed(string message) => new("MalformedCertificate", message);
}
