namespace Orrery.Services.Iam.Rules;

/// <summary>What a user has besides policies, groups and access keys.</summary>
internal static class UserBelongings
{
    /// <summary>Refuses the end of a user who still has any.</summary>
    /// <exception cref="ServiceException">DeleteConflict.</exception>
    public static void Refuse(ReadCall call, UserRecord user)
    {
        if (call.Mine(Tables.Devices).HasAny(Tables.DevicesByUser, user.Id)) throw Errors.Conflict("delete MFA device");
        if (call.Mine(Tables.SigningCertificates).HasAny(Tables.SigningByUser, user.Id))
            throw Errors.Conflict("delete signing certificates");
        if (call.Mine(Tables.SshKeys).HasAny(Tables.SshKeysByUser, user.Id))
            throw Errors.Conflict("delete SSH public keys");
        if (call.Mine(Tables.ServiceCredentials).HasAny(Tables.ServiceCredentialsByUser, user.Id))
            throw Errors.Conflict("delete service specific credentials");
    }
}
