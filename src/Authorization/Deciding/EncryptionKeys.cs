namespace Orrery.Authorization.Deciding;

/// <summary>
/// The condition keys of encryption contexts: one for each pair. Source: KMS Developer Guide,
/// "kms:EncryptionContext:context-key".
/// </summary>
internal static class EncryptionKeys
{
    /// <summary>How they begin.</summary>
    public const string Prefix = "kms:EncryptionContext:";

    /// <summary>The key of the pair that a condition key asks for; null where it is another condition key.</summary>
    public static string? NameIn(string key) =>
        key.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? key[Prefix.Length..] : null;

    /// <summary>The encryption context of the action that is decided about.</summary>
    public static IReadOnlyDictionary<string, string> Of(CallContext context) => context.Members.Map(
        context.Action switch
        {
            "kms:ReEncryptFrom" => "SourceEncryptionContext",
            "kms:ReEncryptTo" => "DestinationEncryptionContext",
            _ => "EncryptionContext",
        });
}
