using System.Text;
using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Rules;

/// <summary>
/// Virtual MFA devices: their codes are checked against the virtual clock. Sources: IAM API Reference, EnableMFADevice,
/// ResyncMFADevice; how far a clock may be off is guessed.
/// </summary>
internal static class Devices
{
    // A device that is set up may be ten minutes off; one in use, a step.
    private const int SetUpSteps = 20;
    private const int UseSteps = 1;

    /// <summary>A device.</summary>
    /// <exception cref="ServiceException">NoSuchEntity.</exception>
    public static DeviceRecord Get(ReadCall call, string serial) =>
        call.Mine(Tables.Devices).Find(new(serial))
        ?? throw Errors.NoSuchEntity($"VirtualMFADevice with serial number {serial} doesn't exist.");

    /// <summary>The id of the owner of devices: of a user, or of the root user.</summary>
    public static string Owner(ReadCall call, UserRecord? user) => user?.Id ?? call.Account;

    /// <summary>The owner whom a request names: a user, or the root user, who has no name.</summary>
    public static string OwnerOf(ReadCall call, string? name) => Owner(call, Holders.UserOrCaller(call, name));

    /// <summary>The devices of an owner.</summary>
    public static IEnumerable<DeviceRecord> Of(ReadCall call, string owner) =>
        call.Mine(Tables.Devices).By(Tables.DevicesByUser, owner);

    /// <summary>A device whose clock is known by two codes that follow one another.</summary>
    /// <exception cref="ServiceException">InvalidAuthenticationCode.</exception>
    public static DeviceRecord Synchronized(ReadCall call, DeviceRecord device, string first, string second)
    {
        Base32.TryDecode(device.Seed, out var secret);
        var now = Totp.StepOf(call.Now);
        for (var step = now - SetUpSteps; step <= now + SetUpSteps; step++)
        {
            if (Totp.Code(secret, step) == first && Totp.Code(secret, step + 1) == second)
                return device with { Drift = step + 1 - now, LastStep = step + 1 };
        }

        throw new ServiceException("InvalidAuthenticationCode", "Authentication code for device is not valid.", 403);
    }

    /// <summary>Takes a code of a device, once; false where it is none.</summary>
    public static bool Spend(Call call, DeviceRecord device, string code)
    {
        Base32.TryDecode(device.Seed, out var secret);
        var now = Totp.StepOf(call.Now) + device.Drift;
        for (var step = now - UseSteps; step <= now + UseSteps; step++)
        {
            if (step <= device.LastStep || Totp.Code(secret, step) != code) continue;
            call.Ours(Tables.Devices).Put(device with { LastStep = step, Drift = device.Drift + step - now });
            return true;
        }

        return false;
    }

    /// <summary>A device that somebody has, as the API lists it.</summary>
    public static MFADevice Show(ReadCall call, DeviceRecord device) => new()
    {
        UserName = NameOf(call, device), SerialNumber = device.Serial.Value, EnableDate = device.EnabledAt,
    };

    /// <summary>A device with who has it, without its secret.</summary>
    public static VirtualMFADevice ShowVirtual(ReadCall call, DeviceRecord device) => new()
    {
        SerialNumber = device.Serial.Value,
        EnableDate = device.EnabledAt,
        User = device.User is null ? null
            : Holders.UserOf(call, call.Account, device.User) is { } user ? Views.Show.Listed(user)
            : new() { Path = "/", UserId = call.Account, Arn = Caller.Root(call.Account).Arn },
    };

    /// <summary>The name of who has a device.</summary>
    public static string? NameOf(ReadCall call, DeviceRecord device) =>
        device.User is { } id ? Holders.UserOf(call, call.Account, id)?.Name ?? "root" : null;

    /// <summary>What an authenticator reads: the secret with whose it is.</summary>
    public static byte[] Picture(ReadCall call, string name, string seed) =>
        QrPicture.Png(Encoding.ASCII.GetBytes(
            $"otpauth://totp/Amazon%20Web%20Services:{Uri.EscapeDataString(name)}@{call.Account}"
            + $"?secret={seed}&issuer=Amazon%20Web%20Services"));
}
