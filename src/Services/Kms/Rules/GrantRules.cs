using Orrery.Contracts.Identity;
using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Kms.Records;
using Orrery.Wire.Generated.Kms;

namespace Orrery.Services.Kms.Rules;

/// <summary>What grants may say and what they allow. Source: KMS API Reference, CreateGrant and
/// GrantConstraints.</summary>
internal static class GrantRules
{
    /// <summary>Whether a grant allows it to the caller, or to the service that uses the key.</summary>
    public static bool IsGranted(ReadCall call, KeyPlace place, string operation, KeyAsk ask) =>
        Find(call, place, ask.By?.AsCaller() ?? call.Caller, (operation, ask)) is not null;

    /// <summary>The first grant that allows it to somebody; null where none does.</summary>
    public static GrantRecord? Find(
        ReadCall call, KeyPlace place, Caller who, (string Operation, KeyAsk Ask) wish) =>
        GrantOperationWire.Parse(wish.Operation) is { } wanted
            ? call.Read(Tables.Grants, place.Scope).By(Tables.GrantsByKey, place.Key.Id.Value).FirstOrDefault(grant =>
                grant.Operations.Contains(wanted) && Fits(call, who, grant.Grantee) && Holds(grant, wish.Ask))
            : null;

    /// <summary>Refuses operations that a key of this kind does not have.</summary>
    /// <exception cref="Core.ServiceException">ValidationException.</exception>
    public static void CheckOperations(KeyRecord key, IReadOnlyList<GrantOperation> operations, bool isConstrained)
    {
        foreach (var operation in operations)
        {
            if (!IsOf(key, operation))
                throw Errors.Validation(
                    $"GrantOperation {operation.ToWire()} is not supported for a key with spec {key.Spec.ToWire()}.");
            if (isConstrained && !IsSymmetricUse(operation)
                && operation is not (GrantOperation.CreateGrant or GrantOperation.RetireGrant
                    or GrantOperation.DescribeKey))
                throw Errors.Validation($"{operation.ToWire()} does not take an encryption context.");
        }

        if (isConstrained && !KeySpecs.IsSymmetric(key.Spec))
            throw Errors.Validation("Grant constraints need a symmetric encryption key.");
    }

    /// <summary>Refuses grants for nobody, and those that nobody could retire.</summary>
    /// <exception cref="Core.ServiceException">InvalidArnException.</exception>
    public static void CheckPrincipals(ReadCall call, KeyPlace place, string grantee, string? retiring)
    {
        string[] named = retiring is null ? [grantee] : [grantee, retiring];
        var wrong = named.FirstOrDefault(static name => !IsPrincipal(name))
            ?? NamedPrincipals.FirstUnknown(call, named, place.Scope.Account);
        if (wrong is not null) throw Errors.Principal(wrong);
    }

    // KMS API Reference, CreateGrant: accounts, users, roles and sessions of both; services since, as Terraform has it.
    private static bool IsPrincipal(string name) => name.Split(':', 6) is [var text]
        ? AccountNumber.Is(text) || text.EndsWith(".amazonaws.com", StringComparison.Ordinal)
        : name.Split(':', 6) is ["arn", _, "iam" or "sts", "", var account, { Length: > 0 }]
            && AccountNumber.Is(account);

    private static bool IsOf(KeyRecord key, GrantOperation operation) => operation switch
    {
        GrantOperation.CreateGrant or GrantOperation.RetireGrant or GrantOperation.DescribeKey => true,
        GrantOperation.GetPublicKey => KeySpecs.IsAsymmetric(key.Spec),
        GrantOperation.Sign or GrantOperation.Verify => key.Usage == KeyUsageType.SignVerify,
        GrantOperation.GenerateMac or GrantOperation.VerifyMac => key.Usage == KeyUsageType.GenerateVerifyMac,
        GrantOperation.Encrypt or GrantOperation.Decrypt or GrantOperation.ReEncryptFrom
            or GrantOperation.ReEncryptTo => key.Usage == KeyUsageType.EncryptDecrypt,
        GrantOperation.DeriveSharedSecret => key.Usage == KeyUsageType.KeyAgreement,
        _ => KeySpecs.IsSymmetric(key.Spec),
    };

    private static bool IsSymmetricUse(GrantOperation operation) => operation is GrantOperation.Encrypt
        or GrantOperation.Decrypt or GrantOperation.ReEncryptFrom or GrantOperation.ReEncryptTo
        or GrantOperation.GenerateDataKey or GrantOperation.GenerateDataKeyWithoutPlaintext
        or GrantOperation.GenerateDataKeyPair or GrantOperation.GenerateDataKeyPairWithoutPlaintext;

    /// <summary>Whether a grant may be retired by who is to, or who has it and may. Source: KMS API Reference,
    /// RetireGrant; the account that made it may too.</summary>
    public static bool MayRetire(ReadCall call, Caller caller, GrantRecord grant) =>
        (grant.Retiring is { } retiring && Fits(call, caller, retiring))
        || (grant.Operations.Contains(GrantOperation.RetireGrant) && Fits(call, caller, grant.Grantee));

    /// <summary>Whether a principal of a grant is the caller, or the account or role that it is of.</summary>
    public static bool Fits(ReadCall call, Caller caller, string principal) =>
        principal == caller.Arn || principal == caller.Account
        || (caller.IsRoot && principal == $"arn:aws:iam::{caller.Account}:root")
        || (caller.Kind == CallerKind.AssumedRole && principal == RoleArn(call, caller));

    // The ARN of a session, arn:aws:sts::1:assumed-role/NAME/SESSION, leaves out the path of its role: IAM tells it.
    private static string? RoleArn(ReadCall call, Caller caller)
    {
        if (call.FindPort<IIdentities>()?.Find(call, caller) is { } facts) return facts.PrincipalArn;
        return caller.Arn.Split(':') is [_, _, _, _, var account, var path]
            && path.StartsWith("assumed-role/", StringComparison.Ordinal)
                ? $"arn:aws:iam::{account}:role/{path.Split('/')[1]}"
                : null;
    }

    private static bool Holds(GrantRecord grant, KeyAsk ask)
    {
        var context = ask.Context ?? new Dictionary<string, string>();
        bool Has(KeyValuePair<string, string> pair) => context.TryGetValue(pair.Key, out var v) && v == pair.Value;
        return (grant.Subset is null || grant.Subset.All(Has))
            && (grant.Exact is null || (grant.Exact.Count == context.Count && grant.Exact.All(Has)));
    }
}
