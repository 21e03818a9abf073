using System.Text.Json.Serialization;

namespace Orrery.Services.Iam;

/// <summary>How the records of identity are written as JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(SessionRecord))]
[JsonSerializable(typeof(AccessKeyRecord))]
[JsonSerializable(typeof(UserRecord))]
[JsonSerializable(typeof(GroupRecord))]
[JsonSerializable(typeof(RoleRecord))]
[JsonSerializable(typeof(PolicyRecord))]
[JsonSerializable(typeof(ProfileRecord))]
[JsonSerializable(typeof(AccountRecord))]
[JsonSerializable(typeof(AliasRecord))]
[JsonSerializable(typeof(DeletionTaskRecord))]
[JsonSerializable(typeof(DeviceRecord))]
[JsonSerializable(typeof(OidcProviderRecord))]
[JsonSerializable(typeof(SamlProviderRecord))]
[JsonSerializable(typeof(ServerCertificateRecord))]
[JsonSerializable(typeof(SigningCertificateRecord))]
[JsonSerializable(typeof(SshKeyRecord))]
[JsonSerializable(typeof(ServiceCredentialRecord))]
[JsonSerializable(typeof(AccessJobRecord))]
[JsonSerializable(typeof(UseRecord))]
[JsonSerializable(typeof(IssuerRecord))]
[JsonSerializable(typeof(TokenIssuerRecord))]
internal sealed partial class IamJson : JsonSerializerContext;
