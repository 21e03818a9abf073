using System.Text;
using System.Text.RegularExpressions;
using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ssm.Records;
using Orrery.Wire.Generated.Ssm;

namespace Orrery.Services.Ssm.Rules;

/// <summary>What a parameter may be. Source: Systems Manager API Reference, PutParameter; User Guide, "Managing
/// parameter tiers".</summary>
internal static class ParameterWish
{
    private const int StandardBytes = 4096;
    private const int AdvancedBytes = 8192;
    private const int MostVersions = 100;

    /// <summary>Refuses an empty value, by name what is not served, and what does not go together.</summary>
    /// <exception cref="ServiceException">ValidationException.</exception>
    public static void RefuseUnserved(PutParameterRequest request)
    {
        // Not in the model; the value is not shown, as it may be secret. Source:
        // ministryofjustice/modernisation-platform#8116.
        if (request.Value is "")
            throw Errors.Validation(
                "1 validation error detected: Value at 'value' failed to satisfy constraint: Member must have length "
                + "greater than or equal to 1");
        if (request is { Overwrite: true, Tags.Count: > 0 })
            throw Errors.Validation(
                "Invalid request: tags and overwrite can't be used together. To create a parameter with tags, please "
                + "remove overwrite flag.");
    }

    /// <summary>The type of the next version.</summary>
    /// <exception cref="ServiceException">ParameterAlreadyExists, ValidationException,
    /// HierarchyTypeMismatchException.</exception>
    public static ParameterType Type(PutParameterRequest request, VersionRecord? old)
    {
        if (old is null)
            return request.Type ?? throw Errors.Validation("A parameter type is required when you create a parameter.");
        if (request.Overwrite != true)
            throw new ServiceException(
                "ParameterAlreadyExists",
                "The parameter already exists. To overwrite this value, set the overwrite option in the request to "
                + "true.");
        if (request.Type is { } type && type != old.Type
            && (type == ParameterType.SecureString || old.Type == ParameterType.SecureString))
            throw new ServiceException(
                "HierarchyTypeMismatchException",
                $"The parameter type cannot be changed from {old.Type.ToWire()} to {type.ToWire()}.");
        return request.Type ?? old.Type;
    }

    /// <summary>The tier of the next version; what is advanced stays so.</summary>
    /// <exception cref="ServiceException">ValidationException.</exception>
    public static ParameterTier Tier(PutParameterRequest request, VersionRecord? old)
    {
        var needs = Encoding.UTF8.GetByteCount(request.Value!) > StandardBytes || request.Policies is { Length: > 2 };
        if (request.Tier == ParameterTier.IntelligentTiering)
            return needs || old?.Tier == ParameterTier.Advanced ? ParameterTier.Advanced : ParameterTier.Standard;
        if (request.Tier == ParameterTier.Standard && old?.Tier == ParameterTier.Advanced)
            throw Errors.Validation(
                "This parameter uses the advanced-parameter tier. You can't downgrade a parameter from the "
                + "advanced-parameter tier to the standard-parameter tier.");
        return request.Tier ?? old?.Tier ?? ParameterTier.Standard;
    }

    /// <summary>Holds a value against type, tier and pattern.</summary>
    /// <exception cref="ServiceException">ValidationException, InvalidAllowedPatternException,
    /// ParameterPatternMismatchException.</exception>
    public static void CheckValue(PutParameterRequest request, ParameterType type, ParameterTier tier)
    {
        var most = tier == ParameterTier.Advanced ? AdvancedBytes : StandardBytes;
        if (Encoding.UTF8.GetByteCount(request.Value!) > most)
            throw Errors.Validation(
                $"{tier.ToWire()} tier parameters support a maximum parameter value of {most} characters.");
        // Systems Manager User Guide, "Creating Parameter Store parameters"; text as clients report it.
        if (request.Value!.IndexOf("{{", StringComparison.Ordinal) is >= 0 and var open
            && request.Value.IndexOf("}}", open, StringComparison.Ordinal) > 0)
            throw Errors.Validation(
                "Parameter value can't nest another parameter. Do not use \"{{}}\" in the value.");
        if (request.KeyId is not null && type != ParameterType.SecureString)
            throw Errors.Validation("KeyId is required for SecureString type parameter only.");
        if (Pattern(request) is not { } pattern) return;
        if (!IsMatch(pattern, request.Value!))
            throw new ServiceException(
                "ParameterPatternMismatchException", $"Parameter value does not match the pattern {pattern}.");
    }

    /// <summary>The pattern that is asked for; an empty one is none, as Terraform sends it.</summary>
    public static string? Pattern(PutParameterRequest request) =>
        request.AllowedPattern is { Length: > 0 } pattern ? pattern : null;

    /// <summary>Deletes the oldest version where there are as many as may be.</summary>
    /// <exception cref="ServiceException">ParameterMaxVersionLimitExceeded.</exception>
    public static void MakeRoom(Call call, ParameterRecord parameter)
    {
        var all = Parameters.Versions(call, parameter);
        if (all.Count < MostVersions) return;
        if (all[0].Labels.Count > 0)
            throw new ServiceException(
                "ParameterMaxVersionLimitExceeded",
                $"You attempted to create a new version of {parameter.Name} by calling the PutParameter API with the "
                + "overwrite flag. Version 1, the oldest version, can't be deleted because it has a label associated "
                + "with it. Move the label to another version of the parameter, and try again.");
        call.Write(Tables.Versions).Remove(all[0].Id);
    }

    // Without backtracking, so that no pattern takes long.
    private static bool IsMatch(string pattern, string value)
    {
        try
        {
            return Regex.IsMatch(value, $"^(?:{pattern})$", RegexOptions.NonBacktracking);
        }
        catch (Exception fault) when (fault is ArgumentException or NotSupportedException)
        {
            throw new ServiceException(
                "InvalidAllowedPatternException", "The request doesn't meet the regular expression requirement.");
        }
    }
}
