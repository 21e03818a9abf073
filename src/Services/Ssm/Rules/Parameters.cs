using System.Text;
using Orrery.Contracts.Keys;
using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ssm.Records;
using Orrery.Wire.Generated.Ssm;

namespace Orrery.Services.Ssm.Rules;

/// <summary>Finds parameters and their versions, and reads their values.</summary>
internal static class Parameters
{
    /// <summary>The key of a SecureString that names none.</summary>
    public const string StandardKey = "alias/aws/ssm";

    /// <summary>The ARN of a parameter; public ones are of no account.</summary>
    public static string Arn(ReadCall call, string name) =>
        $"arn:aws:ssm:{call.Region}:{(PublicParameters.Covers(name) ? "" : call.Account)}:parameter"
        + $"{(name.StartsWith('/') ? "" : "/")}{name}";

    /// <summary>A parameter by name or ARN.</summary>
    /// <exception cref="ServiceException">ParameterNotFound.</exception>
    public static ParameterRecord Of(ReadCall call, string name) =>
        call.Read(Tables.Parameters).Find(new(Plain(call, name))) ?? throw Errors.NotFound(name);

    /// <summary>The same, of one's own or a public one.</summary>
    /// <exception cref="ServiceException">ParameterNotFound.</exception>
    public static ParameterRecord Seen(ReadCall call, string name) =>
        PublicParameters.Find(call, Plain(call, name)) ?? Of(call, name);

    /// <summary>All versions of a parameter, oldest first.</summary>
    public static IReadOnlyList<VersionRecord> Versions(ReadCall call, ParameterRecord parameter) =>
        PublicParameters.Covers(parameter.Name.Value) ? [parameter.Latest]
        : [.. call.Read(Tables.Versions).By(Tables.VersionsByName, parameter.Name.Value)];

    /// <summary>The version that a text means: name, name:version or name:label.</summary>
    /// <exception cref="ServiceException">ParameterNotFound, ParameterVersionNotFound.</exception>
    public static (VersionRecord Version, string? Selector) Selected(ReadCall call, string text)
    {
        var name = Plain(call, text);
        ParameterNames.RefuseReferences(name);
        var colon = name.IndexOf(':');
        if (colon < 0) return (Seen(call, name).Latest, null);
        var (parameter, selector) = (Seen(call, name[..colon]), name[(colon + 1)..]);
        var version = Versions(call, parameter).FirstOrDefault(v =>
            long.TryParse(selector, out var number) ? v.Version == number : v.Labels.Contains(selector));
        return (version ?? throw Errors.NoVersion(text), ":" + selector);
    }

    /// <summary>A version as the API shows it.</summary>
    /// <exception cref="ServiceException">InvalidKeyId, AccessDeniedException.</exception>
    public static Parameter Show(ReadCall call, VersionRecord version, string? selector, bool decrypts) => new()
    {
        Name = version.Name,
        Type = version.Type,
        Value = Value(call, version, decrypts),
        Version = version.Version,
        Selector = selector,
        LastModifiedDate = version.ModifiedAt,
        ARN = Arn(call, version.Name),
        DataType = version.DataType ?? ImageParameters.Text,
    };

    /// <summary>The value; of a SecureString the ciphertext, where it is not to be decrypted.</summary>
    /// <exception cref="ServiceException">InvalidKeyId, AccessDeniedException.</exception>
    public static string Value(ReadCall call, VersionRecord version, bool decrypts)
    {
        if (version.Type != ParameterType.SecureString) return Encoding.UTF8.GetString(version.Content);
        if (!decrypts) return Convert.ToBase64String(version.Content);
        try
        {
            var use = Use(call, new(version.Name, version.Tier, version.KeyId));
            return Encoding.UTF8.GetString(
                version.Tier == ParameterTier.Advanced
                    ? Envelope.Open(call, use, version.Content)
                    : call.Port<IKeys>().Decrypt(call, use, version.Content).Plaintext);
        }
        catch (ServiceException refusal) when (refusal.Code != "AccessDeniedException")
        {
            throw new ServiceException("InvalidKeyId", refusal.Message);
        }
    }

    /// <summary>Encrypts a value: of the standard tier with the key itself, of the advanced with a data key of it.
    /// </summary>
    /// <exception cref="ServiceException">InvalidKeyId, AccessDeniedException.</exception>
    public static byte[] Seal(Call call, SealWish wish, string value)
    {
        try
        {
            var (use, plaintext) = (Use(call, wish), Encoding.UTF8.GetBytes(value));
            return wish.Tier == ParameterTier.Advanced
                ? Envelope.Seal(call, use, plaintext)
                : call.Port<IKeys>().Encrypt(call, use, plaintext);
        }
        catch (ServiceException refusal) when (refusal.Code != "AccessDeniedException")
        {
            throw new ServiceException("InvalidKeyId", refusal.Message);
        }
    }

    /// <summary>Puts a changed version, also where it is the latest.</summary>
    public static void Put(Call call, VersionRecord version)
    {
        call.Write(Tables.Versions).Put(version);
        var parameters = call.Write(Tables.Parameters);
        if (parameters.Find(new(version.Name)) is { } parameter && parameter.Latest.Version == version.Version)
            parameters.Put(parameter with { Latest = version });
    }

    /// <summary>Removes a parameter and its versions.</summary>
    public static void Remove(Call call, ParameterRecord parameter)
    {
        var versions = call.Write(Tables.Versions);
        foreach (var version in Versions(call, parameter))
            versions.Remove(version.Id);
        ParameterPolicies.Cancel(call, parameter.Name.Value);
        call.Write(Tables.Parameters).Remove(parameter.Name);
        ParameterEvents.Changed(call, parameter, "Delete");
    }

    /// <summary>A name without the ARN around it.</summary>
    public static string Plain(ReadCall call, string name)
    {
        var ofAll = $"arn:aws:ssm:{call.Region}::parameter";
        if (name.StartsWith(ofAll + "/", StringComparison.Ordinal)) return name[ofAll.Length..];
        var start = $"arn:aws:ssm:{call.Region}:{call.Account}:parameter";
        if (!name.StartsWith(start, StringComparison.Ordinal)) return name;
        var rest = name[start.Length..];
        var plain = rest[1..].Split(':')[0];
        return call.Read(Tables.Parameters).Contains(new(plain)) ? rest[1..] : rest;
    }

    // Source: Systems Manager User Guide, "How AWS Systems Manager Parameter Store uses AWS KMS".
    private static KeyUse Use(ReadCall call, SealWish wish) => new(
        wish.KeyId ?? StandardKey,
        "ssm",
        new Dictionary<string, string> { ["PARAMETER_ARN"] = Arn(call, wish.Name) });
}
