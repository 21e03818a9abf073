using Orrery.Engines.Policies.Documents;
using Orrery.Services.AccessAnalyzer.Operations.PolicyChecks;
using Orrery.Wire.Generated.Accessanalyzer;

namespace Orrery.Tests.Unit.Services.AccessAnalyzer;

/// <summary>
/// Findings about conditions, trust policies and control policies, by their code. Source: IAM User Guide, "IAM policy
/// validation check reference"; each code is the heading of a section there.
/// </summary>
public sealed class ConditionLintTests
{
    private const string GitHub = "token.actions.githubusercontent.com";

    [Theory]
    [InlineData("StringIs", "aws:username", "\"a\"", "INVALID_CONDITION_OPERATOR")]
    [InlineData("NullIfExists", "aws:username", "\"true\"", "NULL_WITH_IF_EXISTS")]
    [InlineData("ForAnyValue:Null", "aws:TagKeys", "\"true\"", "NULL_WITH_QUALIFIER")]
    [InlineData("StringEquals", "username", "\"a\"", "INVALID_CONDITION_KEY_FORMAT")]
    [InlineData("StringEquals", "aws:nosuch", "\"a\"", "INVALID_GLOBAL_CONDITION_KEY")]
    [InlineData("StringEquals", "AWS:UserName", "\"a\"", "")]
    [InlineData("StringEquals", "s3:nosuch", "\"a\"", "INVALID_SERVICE_CONDITION_KEY")]
    [InlineData("StringEquals", "s4:prefix", "\"a\"", "INVALID_SERVICE")]
    [InlineData("StringEquals", "s3:ExistingObjectTag/team", "\"a\"", "")]
    [InlineData("StringEquals", "ec2:Attribute/Name", "\"a\"", "")]
    [InlineData("StringEquals", "secretsmanager:ResourceTag/team", "\"a\"", "")]
    [InlineData("ArnEquals", "aws:ARN", "\"arn:aws:iam::111122223333:user/a\"", "UNSUPPORTED_GLOBAL_CONDITION_KEY")]
    [InlineData("StringEquals", "aws:RequestTag", "\"a\"", "MISSING_TAG_KEY_IN_CONDITION")]
    [InlineData("StringEquals", "aws:TagKeys", "\"a\"", "MISSING_QUALIFIER")]
    [InlineData("ForAllValues:StringEquals", "aws:TagKeys", "\"a\"", "")]
    [InlineData("ForAllValues:StringEquals", "aws:username", "\"a\"", "FORALLVALUES_WITH_SINGLE_VALUED_KEY")]
    [InlineData("StringLike", "aws:SourceArn", "\"arn:aws:s3:::b\"", "STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS")]
    [InlineData("ArnLike", "aws:SourceArn", "\"arn:aws:s3:::b\"", "")]
    [InlineData("StringEquals", "aws:SecureTransport", "\"true\"", "TYPE_MISMATCH")]
    [InlineData("Bool", "aws:SecureTransport", "\"yes\"", "TYPE_MISMATCH_BOOLEAN")]
    [InlineData("Bool", "aws:SecureTransport", "true", "")]
    [InlineData("Bool", "aws:SecureTransport", "[\"true\",\"false\"]", "INVALID_CONDITION_MULTIPLE_BOOLEAN")]
    [InlineData("NumericLessThan", "aws:MultiFactorAuthAge", "\"old\"", "TYPE_MISMATCH_NUMBER")]
    [InlineData("NumericLessThan", "aws:MultiFactorAuthAge", "[\"2700\",\"3600\"]", "REDUNDANT_CONDITION_VALUE_NUM")]
    [InlineData("DateLessThan", "aws:CurrentTime", "\"soon\"", "TYPE_MISMATCH_DATE")]
    [InlineData("DateLessThan", "aws:CurrentTime", "\"1700000000\"", "INVALID_DATE_VALUE")]
    [InlineData("DateLessThan", "aws:CurrentTime", "\"2026-01-01T00:00:00Z\"", "")]
    [InlineData("StringEquals", "aws:username", "[\"a\",5]", "INVALID_CONDITION_DATA_TYPE")]
    [InlineData("StringEquals", "aws:username", "{}", "DATA_TYPE_MISMATCH")]
    [InlineData("StringEquals", "aws:username", "\"a*\"", "WILDCARD_WITHOUT_LIKE_OPERATOR")]
    [InlineData("StringLike", "aws:username", "\"*\"", "EQUIVALENT_TO_NULL_FALSE")]
    [InlineData("StringNotLike", "aws:username", "\"*\"", "EQUIVALENT_TO_NULL_TRUE")]
    [InlineData("StringLikeIfExists", "aws:username", "\"*\"", "REDUNDANT_KEY_DUE_TO_WILDCARD_IN_CONDITION")]
    [InlineData("StringEquals", "aws:username", "[]", "EMPTY_ARRAY_CONDITION")]
    [InlineData("ForAllValues:StringEquals", "aws:TagKeys", "[]", "EMPTY_ARRAY_CONDITION_FORALLVALUES")]
    [InlineData("ForAnyValue:StringEquals", "aws:TagKeys", "[]", "EMPTY_ARRAY_CONDITION_FORANYVALUE")]
    [InlineData("StringEqualsIfExists", "aws:username", "[]", "EMPTY_ARRAY_CONDITION_IFEXISTS")]
    [InlineData("NumericEquals", "aws:MultiFactorAuthAge", "\"${aws:username}\"", "INVALID_VARIABLE_FOR_OPERATOR")]
    [InlineData("IpAddress", "aws:SourceIp", "\"here\"", "TYPE_MISMATCH_IP_RANGE")]
    [InlineData("IpAddress", "aws:SourceIp", "\"203.0.113.7/24\"", "IMPROVE_IP_RANGE")]
    [InlineData("IpAddress", "aws:SourceIp", "\"10.0.0.0/8\"", "PRIVATE_IP_ADDRESS")]
    [InlineData("NotIpAddress", "aws:SourceIp", "\"10.0.0.0/8\"", "PRIVATE_NOT_IP_ADDRESS")]
    [InlineData("IpAddress", "aws:SourceIp", "[\"10.0.0.0/8\",\"203.0.113.0/24\"]", "PRIVATE_IP_ADDRESS_SUBSET")]
    [InlineData("NotIpAddress", "aws:SourceIp", "[\"10.0.0.0/8\",\"203.0.113.0/24\"]",
        "PRIVATE_NOT_IP_ADDRESS_SUBSET")]
    [InlineData("IpAddress", "aws:VpcSourceIp", "\"10.0.0.0/8\"", "MISSING_PAIRED_CONDITION_KEYS")]
    [InlineData("StringEquals", "aws:RequestedRegion", "\"eu-west-9\"", "INVALID_REGION")]
    [InlineData("StringEquals", "aws:SourceVpc", "\"vpc-1\"", "INVALID_VPC_FORMAT")]
    [InlineData("StringEquals", "aws:SourceVpce", "\"vpc-12345678\"", "INVALID_VPCE_FORMAT")]
    [InlineData("StringEquals", "iam:PassedToService", "\"ec2\"", "INVALID_SERVICE_PRINCIPAL_FORMAT")]
    [InlineData("StringEquals", "kms:ViaService", "\"s3.amazonaws.com\"", "INVALID_SERVICE_PRINCIPAL_FORMAT")]
    [InlineData("StringEquals", "kms:ViaService", "\"s3.eu-west-1.amazonaws.com\"", "")]
    [InlineData("StringNotLike", "s3:prefix", "\"a/*\"", "S3_PREFIX_IN_NEGATIVE_CONTEXT")]
    [InlineData("ForAllValues:StringEquals", "dynamodb:Attributes", "\"a\"", "DYNAMODB_ATTRIBUTES_WITHOUT_SELECT")]
    public void A_condition_is_found_fault_with(string name, string key, string value, string codes) => Assert.Equal(
        codes, Lint.Codes($$"""
            {"Effect":"Allow","Action":"s3:GetObject","Resource":"*","Condition":{"{{name}}":{"{{key}}":{{value}}} } }
            """));

    [Theory]
    [InlineData("{}", "EMPTY_OBJECT_CONDITION")]
    [InlineData("5", "DATA_TYPE_MISMATCH")]
    [InlineData("""{"StringEquals":{"aws:username":"a","aws:UserName":"b"} }""", "DUPLICATE_KEYS_WITH_DIFFERENT_CASE")]
    public void A_block_of_conditions_is_found_fault_with(string block, string codes) => Assert.Equal(
        codes, Lint.Codes($$"""{"Effect":"Allow","Action":"s3:GetObject","Resource":"*","Condition":{{block}}}"""));

    [Theory]
    [InlineData("Allow", "Action", "ALLOW_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE")]
    [InlineData("Deny", "Action", "DENY_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE")]
    [InlineData("Allow", "NotAction", "ALLOW_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE")]
    [InlineData("Deny", "NotAction", "DENY_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE")]
    public void Tags_of_what_has_none_are_found(string effect, string actions, string code) => Assert.Equal(
        code, Lint.Codes($$"""
            {"Effect":"{{effect}}","{{actions}}":"compute-optimizer:GetEnrollmentStatus","Resource":"arn:aws:s3:::b",
             "Condition":{"StringEquals":{"aws:ResourceTag/a":"b"} } }
            """));

    [Theory]
    [InlineData("\"Principal\":\"*\",\"Action\":\"sts:AssumeRole\"",
        "ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL")]
    [InlineData("\"NotPrincipal\":{\"AWS\":\"111122223333\"},\"Action\":\"sts:AssumeRole\"",
        "ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL")]
    [InlineData("\"Principal\":{\"AWS\":\"111122223333\"},\"Action\":\"sts:AssumeRole\",\"Resource\":\"*\"",
        "ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE")]
    [InlineData("\"Principal\":{\"Federated\":\"nobody\"},\"Action\":\"sts:AssumeRoleWithSAML\"",
        "INVALID_FEDERATED_PRINCIPAL_SYNTAX_IN_ROLE_TRUST_POLICY MISMATCHED_ACTION_FOR_PRINCIPAL")]
    [InlineData("\"Principal\":{\"AWS\":\"111122223333\"},\"Action\":\"sts:AssumeRoleWithWebIdentity\"",
        "MISMATCHED_ACTION_FOR_PRINCIPAL")]
    [InlineData("\"Principal\":{\"Service\":\"rolesanywhere.amazonaws.com\"},\"Action\":\"sts:AssumeRole\"",
        "MISSING_ACTION_FOR_ROLES_ANYWHERE_TRUST_POLICY")]
    [InlineData("\"Principal\":{\"Service\":\"ec2.amazonaws.com\"},\"Action\":\"sts:AssumeRole\"", "")]
    [InlineData("\"Principal\":{\"Federated\":\"accounts.google.com\"},\"Action\":\"sts:AssumeRoleWithWebIdentity\"",
        "MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL")]
    [InlineData($$"""
        "Principal":{"Federated":"arn:aws:iam::111122223333:oidc-provider/{{GitHub}}"},
        "Action":"sts:AssumeRoleWithWebIdentity","Condition":{"StringEquals":{"{{GitHub}}:aud":"sts.amazonaws.com"} }
        """, "MISSING_GITHUB_REPO_CONDITION_KEY")]
    [InlineData($$"""
        "Principal":{"Federated":"arn:aws:iam::111122223333:oidc-provider/{{GitHub}}"},
        "Action":"sts:AssumeRoleWithWebIdentity","Condition":{"StringLike":{"{{GitHub}}:sub":"repo:o/r:*"} }
        """, "SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED")]
    [InlineData("""
        "Principal":{"Federated":"accounts.google.com"},"Action":"sts:AssumeRoleWithWebIdentity",
        "Condition":{"ForAnyValue:StringEquals":{"accounts.google.com:aud":"a"} }
        """, "FORANYVALUE_WITH_AUDIENCE_CLAIM_TYPE")]
    [InlineData("""
        "Principal":{"AWS":["arn:aws:iam::111122223333:role/r","arn:aws:sts::111122223333:assumed-role/r/s"]},
        "Action":"sts:AssumeRole"
        """, "REDUNDANT_PRINCIPAL_IN_ROLE_TRUST_POLICY")]
    public void A_trust_policy_is_found_fault_with(string statement, string codes) =>
        Assert.Equal(codes, Lint.Codes($$"""{"Effect":"Allow",{{statement}}}""", PolicyKind.Trust));

    [Theory]
    [InlineData("\"Effect\":\"Deny\",\"Principal\":\"*\",\"NotAction\":\"s3:*\",\"Resource\":\"*\"",
        "RCP_SYNTAX_ERROR_NOTACTION")]
    [InlineData("\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"*\",\"Resource\":\"arn:aws:s3:::b\"",
        "RCP_SYNTAX_ERROR_ALLOW")]
    [InlineData("\"Effect\":\"Deny\",\"Principal\":\"*\",\"Action\":\"ec2:*\",\"Resource\":\"*\"",
        "RCP_SYNTAX_ERROR_ACTION")]
    [InlineData("\"Effect\":\"Deny\",\"Principal\":{\"AWS\":\"*\"},\"Action\":\"s3:*\",\"Resource\":\"*\"",
        "RCP_SYNTAX_ERROR_PRINCIPAL")]
    [InlineData("""
        "Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"*",
        "Condition":{"StringNotEqualsIfExists":{"aws:PrincipalOrgID":"o-a1b2c3d4e5"} }
        """, "RCP_MISSING_RELATED_PRINCIPAL_CONDITION_KEY")]
    [InlineData("""
        "Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"*",
        "Condition":{"StringNotEqualsIfExists":{"aws:SourceOrgID":"o-a1b2c3d4e5"} }
        """, "RCP_MISSING_RELATED_SERVICE_PRINCIPAL_CONDITION_KEY RCP_MISSING_SERVICE_CONDITION_KEY_NULL_CHECK")]
    public void A_resource_control_policy_is_found_fault_with(string statement, string codes) =>
        Assert.Equal(codes, Lint.Codes($"{{{statement}}}", PolicyKind.ResourceControl));

    [Theory]
    [InlineData(PolicyType.ServiceControlPolicy, 10_240, "POLICY_SIZE_EXCEEDS_SCP_QUOTA")]
    [InlineData(PolicyType.ResourceControlPolicy, 5120, "POLICY_SIZE_EXCEEDS_RCP_QUOTA")]
    [InlineData(PolicyType.IdentityPolicy, 6144, "POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA")]
    [InlineData(PolicyType.ResourcePolicy, 20_480, "POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA")]
    public void A_policy_that_is_too_long_is_found(PolicyType type, int limit, string code)
    {
        string Document(int length) =>
            "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Deny\",\"Action\":\"s3:Get*\","
            + (type is PolicyType.ResourceControlPolicy or PolicyType.ResourcePolicy ? "\"Principal\":\"*\"," : "")
            + $"\"Resource\":\"arn:aws:s3:::b/{new string('x', length)}\"}}}}";
        var spare = limit - Document(0).Length;
        Assert.DoesNotContain(code, Codes(type, Document(spare)));
        Assert.Contains(code, Codes(type, Document(spare + 1)));
    }

    [Fact]
    public void A_principal_has_no_place_in_a_service_control_policy() => Assert.Equal(
        "SCP_SYNTAX_ERROR_PRINCIPAL",
        Lint.Codes("""{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"*"}""", PolicyKind.ServiceControl));

    private static IEnumerable<string> Codes(PolicyType type, string document) => new Desk().Rig.Run(
        new ValidatePolicy(), new()
        {
            PolicyType = type, PolicyDocument = document,
            ValidatePolicyResourceType =
                type == PolicyType.ResourcePolicy ? ValidatePolicyResourceType.AWSS3Bucket : null,
        }).Findings!.Select(f => f.IssueCode!);
}
