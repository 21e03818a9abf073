namespace Orrery.Services.Iam.Rules;

/// <summary>The second factor that a request shows. Messages: as clients report them.</summary>
internal static class SecondFactor
{
    /// <summary>When it was shown: now; null where none was.</summary>
    /// <exception cref="ServiceException">AccessDenied: it does not hold.</exception>
    public static DateTimeOffset? Shown(Call call, string? serial, string? code)
    {
        if (serial is null && code is null) return null;
        if (serial is null || code is null)
        {
            throw Errors.Denied(
                "MultiFactorAuthentication failed, must provide both MFA serial number and one time pass code.");
        }

        var owner = call.Caller.IsRoot ? call.Account : call.Caller.UserId;
        if (call.Mine(Tables.Devices).Find(new(serial)) is not { } device || device.User != owner)
        {
            throw Errors.Denied(
                "MultiFactorAuthentication failed, unable to validate MFA code.  Please verify your MFA serial number "
                + "is valid and associated with this user.");
        }

        return Devices.Spend(call, device, code)
            ? call.Now
            : throw Errors.Denied("MultiFactorAuthentication failed with invalid MFA one time pass code. ");
    }
}
