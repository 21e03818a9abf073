using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Rules;

/// <summary>
/// Names and passwords of users for one service. Source: IAM API Reference, CreateServiceSpecificCredential. Those of
/// Amazon Bedrock, which are keys that expire, are refused.
/// </summary>
internal static class ServiceCredentials
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private const int SecretLength = 44;
    private const int MostPerService = 2;

    /// <summary>A credential of a user.</summary>
    /// <exception cref="ServiceException">NoSuchEntity.</exception>
    public static ServiceCredentialRecord Get(ReadCall call, string? userName, string id)
    {
        var owner = Devices.OwnerOf(call, userName);
        return call.Mine(Tables.ServiceCredentials).Find(new(id)) is { } found && found.User == owner
            ? found
            : throw Errors.NoSuchEntity($"No such credential {id} exists");
    }

    /// <summary>Refuses what cannot be made.</summary>
    /// <exception cref="ServiceException">NotSupportedService, LimitExceeded.</exception>
    public static void Check(ReadCall call, UserRecord user, string service)
    {
        if (service is not ("codecommit.amazonaws.com" or "cassandra.amazonaws.com"))
        {
            throw new ServiceException(
                "NotSupportedService", $"No such service {service} is supported for Service Specific Credentials", 404);
        }

        var there = call.Mine(Tables.ServiceCredentials).By(Tables.ServiceCredentialsByUser, user.Id)
            .Count(c => c.Service == service);
        if (there >= MostPerService) throw Errors.Quota("ServiceSpecificCredentialsPerUser", MostPerService);
    }

    /// <summary>A new password.</summary>
    public static string NewSecret(Call call) => call.Random.Text(SecretLength, Alphabet);

    /// <summary>A credential with its password.</summary>
    public static ServiceSpecificCredential Show(string userName, ServiceCredentialRecord credential) => new()
    {
        CreateDate = credential.CreatedAt,
        ServiceName = credential.Service,
        ServiceUserName = credential.ServiceUser,
        ServicePassword = credential.Secret,
        ServiceSpecificCredentialId = credential.Id.Value,
        UserName = userName,
        Status = KeyRules.Status(credential.IsActive),
    };
}
