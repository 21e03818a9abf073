using System.Text.Json;
using Orrery.Contracts;
using Orrery.Contracts.Identity;
using Orrery.Core;
using Orrery.Engines.Policies.Documents;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Operations.Matching;

namespace Orrery.Services.Kms.Rules;

/// <summary>Key policies: the one that a key gets, and what may be given.</summary>
internal static class KeyPolicies
{
    /// <summary>The only name that a key policy has.</summary>
    public const string Name = "default";

    /// <summary>The policy of keys that get none. Source: KMS Developer Guide, "Default key policy".</summary>
    public static string Default(Scope scope) => $$"""
        {
          "Version" : "2012-10-17",
          "Id" : "key-default-1",
          "Statement" : [ {
            "Sid" : "Enable IAM User Permissions",
            "Effect" : "Allow",
            "Principal" : {
              "AWS" : "arn:aws:iam::{{scope.Account}}:root"
            },
            "Action" : "kms:*",
            "Resource" : "*"
          } ]
        }
        """;

    /// <summary>The policy of AWS managed keys. Source: KMS Developer Guide, "AWS managed keys", and its
    /// example.</summary>
    public static string OfService(Scope scope, string service) => $$"""
        {
          "Version" : "2012-10-17",
          "Id" : "auto-{{service}}-1",
          "Statement" : [ {
            "Sid" : "Allow access through {{service}} for all principals in the account",
            "Effect" : "Allow",
            "Principal" : { "AWS" : "*" },
            "Action" : [ "kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:CreateGrant",
              "kms:DescribeKey" ],
            "Resource" : "*",
            "Condition" : {
              "StringEquals" : {
                "kms:CallerAccount" : "{{scope.Account}}",
                "kms:ViaService" : "{{service}}.{{scope.Region}}.amazonaws.com"
              }
            }
          }, {
            "Sid" : "Allow direct access to key metadata to the account",
            "Effect" : "Allow",
            "Principal" : { "AWS" : "arn:aws:iam::{{scope.Account}}:root" },
            "Action" : [ "kms:Describe*", "kms:Get*", "kms:List*", "kms:RevokeGrant" ],
            "Resource" : "*"
          } ]
        }
        """;

    /// <summary>Checks a policy that is given.</summary>
    /// <exception cref="ServiceException">MalformedPolicyDocumentException, LimitExceededException.</exception>
    public static string Checked(ReadCall call, string policy, bool? bypass)
    {
        var limit = call.LimitOf(KmsQuotas.PolicyLength);
        if (policy.Length > limit) throw Errors.Limit($"The policy is longer than {limit} characters.");
        if (PolicyDocument.Read(policy, PolicyKind.Key, out var fault) is not { } document)
            throw Errors.Policy(fault!.AsRefusal().Message);
        // Text: AWS CDK Developer Guide, "Bootstrapping with CDK Pipelines".
        if (NamedPrincipals.FirstUnknown(call, document.PrincipalArns, call.Account) is not null)
            throw Errors.Policy("Policy contains a statement with one or more invalid principals.");
        return bypass == true || LetsChange(call, policy) ? policy : throw Errors.Policy(
            "The new key policy will not allow you to update the key policy in the future.");
    }

    // The caller, or its account, has to keep the right to change the policy. Conditions are not looked at (guessed).
    private static bool LetsChange(ReadCall call, string policy)
    {
        using var document = JsonDocument.Parse(policy);
        return Many(document.RootElement, "Statement").Any(statement =>
            statement.TryGetProperty("Effect", out var effect) && effect.ValueEquals("Allow")
            && Many(statement, "Action").Any(a => IsPut(a.GetString()!))
            && statement.TryGetProperty("Principal", out var who)
            && (who.ValueKind == JsonValueKind.String
                || Many(who, "AWS").Any(p => IsCaller(call, p.GetString()!))));
    }

    private static bool IsPut(string action) =>
        new StarText(action.ToLowerInvariant().Split('*')).Matches("kms:putkeypolicy");

    private static bool IsCaller(ReadCall call, string principal) =>
        principal == "*" || principal == $"arn:aws:iam::{call.Account}:root"
        || GrantRules.Fits(call, call.Caller, principal);

    private static IEnumerable<JsonElement> Many(JsonElement element, string name)
    {
        if (!element.TryGetProperty(name, out var found)) return [];
        return found.ValueKind == JsonValueKind.Array ? found.EnumerateArray() : [found];
    }
}
