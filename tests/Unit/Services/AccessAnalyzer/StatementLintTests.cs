using Orrery.Engines.Policies.Documents;

namespace Orrery.Tests.Unit.Services.AccessAnalyzer;

/// <summary>
/// Findings about documents, actions, resources and principals, by their code. Source: IAM User Guide, "IAM policy
/// validation check reference"; each code is the heading of a section there.
/// </summary>
public sealed class StatementLintTests
{
    // @ in the documents below.
    private const string Get = "\"Effect\":\"Allow\",\"Action\":\"s3:GetObject\",\"Resource\":\"arn:aws:s3:::b/*\"";

    [Theory]
    [InlineData("{", "JSON_SYNTAX_ERROR")]
    [InlineData("[]", "DATA_TYPE_MISMATCH")]
    [InlineData("""{"Version":"2012-10-17"}""", "MISSING_STATEMENT")]
    [InlineData("""{"Version":"2012-10-17","Statement":[]}""", "MISSING_STATEMENT")]
    [InlineData("""{"Statement":{@}}""", "MISSING_VERSION")]
    [InlineData("""{"Version":"2008-10-17","Statement":{@}}""", "")]
    [InlineData("""{"Version":"2012-10-18","Statement":{@}}""", "INVALID_VERSION")]
    [InlineData("""{"Version":2012,"Statement":{@}}""", "DATA_TYPE_MISMATCH")]
    [InlineData("""{"Version":"2012-10-17","Statements":1,"Statement":{@}}""", "INVALID_POLICY_ELEMENT")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Sid":"a",@},{"Sid":"b",@}]}""",
        "REDUNDANT_STATEMENT")]
    [InlineData("""
        {"Version":"2012-10-17","Statement":[{"Sid":"a",@},
         {"Sid":"a","Effect":"Deny","Action":"s3:PutObject","Resource":"*"}]}
        """, "UNIQUE_SIDS_REQUIRED")]
    [InlineData("""
        {"Version":"2008-10-17","Statement":
         {"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::b/${aws:username}"}}
        """, "VARIABLE_UNSUPPORTED_IN_VERSION")]
    public void A_document_is_found_fault_with(string document, string codes) =>
        Assert.Equal(codes, Lint.Of(document.Replace("@", Get, StringComparison.Ordinal)));

    [Theory]
    [InlineData("""{"Action":"s3:GetObject","Resource":"*"}""", "MISSING_EFFECT")]
    [InlineData("""{"Effect":"allow","Action":"s3:GetObject","Resource":"*"}""", "INVALID_EFFECT")]
    [InlineData("""{"Effect":"Allow","Resource":"*"}""", "MISSING_ACTION")]
    [InlineData("""{"Effect":"Allow","Action":[],"Resource":"*"}""", "EMPTY_ARRAY_ACTION")]
    [InlineData("""{"Effect":"Allow","Action":5,"Resource":"*"}""", "DATA_TYPE_MISMATCH")]
    [InlineData("""{"Effect":"Allow","Action":"s3:GetObject"}""", "MISSING_RESOURCE")]
    [InlineData("""{"Effect":"Allow","Action":"s3:GetObject","Resource":[]}""", "EMPTY_ARRAY_RESOURCE")]
    [InlineData("""{"Sid":"",@}""", "EMPTY_SID_VALUE")]
    [InlineData("""{"Sid":"a b",@}""", "UNSUPPORTED_SID")]
    [InlineData("""{"Actions":"x",@}""", "INVALID_POLICY_ELEMENT")]
    [InlineData("""{"NotAction":"s3:PutObject",@}""", "UNSUPPORTED_ELEMENT_COMBINATION")]
    [InlineData("""{"Principal":"*",@}""", "UNSUPPORTED_PRINCIPAL")]
    [InlineData("""{@}""", "")]
    public void A_statement_is_found_fault_with(string statement, string codes) =>
        Assert.Equal(codes, Lint.Codes(statement.Replace("@", Get, StringComparison.Ordinal)));

    [Theory]
    [InlineData("s3:GetObjekt", "INVALID_ACTION")]
    [InlineData("s3:getobject", "")]
    [InlineData("s3:Get*", "")]
    [InlineData("s3:Obtain*", "INVALID_ACTION")]
    [InlineData("GetObject", "INVALID_ACTION")]
    [InlineData("s4:GetObject", "INVALID_SERVICE_IN_ACTION")]
    [InlineData("s*:GetObject", "WILDCARD_IN_SERVICE_NAME")]
    [InlineData("s3:${aws:username}", "VARIABLE_UNSUPPORTED_IN_ELEMENT")]
    [InlineData("s3:Get*\",\"s3:GetObject", "REDUNDANT_ACTION")]
    [InlineData("s3:Get*\",\"s3:GetObj*", "REDUNDANT_ACTION")]
    [InlineData("s3:Get*\",\"s3:*Object", "")]
    [InlineData("s3:GetObject\",\"S3:getobject", "REDUNDANT_ACTION")]
    public void An_action_is_found_fault_with(string action, string codes) => Assert.Equal(codes, Lint.Codes(
        $$"""{"Effect":"Allow","Action":["{{action}}"],"Resource":"arn:aws:s3:::b/*"}"""));

    [Theory]
    [InlineData("s3:GetObjekt", "The action s3:GetObjekt does not exist. Did you mean s3:GetObject?")]
    [InlineData("s3:Obtain", "The action s3:Obtain does not exist.")]
    [InlineData("elastic-inference:Connect",
        "The service elastic-inference specified in the action does not exist.")]
    [InlineData("dynamobd:GetItem",
        "The service dynamobd specified in the action does not exist. Did you mean dynamodb?")]
    public void What_was_meant_is_asked_for(string action, string text) => Assert.Equal(text, Lint.Text(
        $$"""{"Effect":"Allow","Action":["{{action}}"],"Resource":"*"}"""));

    [Theory]
    [InlineData("b/*", "INVALID_ARN_PREFIX")]
    [InlineData("arn:aws:s3", "MISSING_ARN_FIELD")]
    [InlineData("arn:aw:s3:::b", "INVALID_PARTITION")]
    [InlineData("arn:aws:S3:::b", "INVALID_ARN_SERVICE_CASE")]
    [InlineData("arn:aws:s4:::b", "INVALID_SERVICE")]
    [InlineData("arn:aws:*:::b", "WILDCARD_IN_SERVICE_NAME")]
    [InlineData("arn:aws:s3:eu-west-1::b", "ARN_REGION_NOT_ALLOWED")]
    [InlineData("arn:aws:s3::111122223333:b", "ARN_ACCOUNT_NOT_ALLOWED")]
    [InlineData("arn:aws:s3:eu-west-1:111122223333:accesspoint/a", "")]
    [InlineData("arn:aws:sqs:eu-west-9:111122223333:q", "INVALID_ARN_REGION")]
    [InlineData("arn:aws-cn:sqs:cn-north-1:111122223333:q", "")]
    [InlineData("arn:aws:sqs:eu-west-1:1111:q", "INVALID_ARN_ACCOUNT")]
    [InlineData("arn:aws:sqs::111122223333:q", "MISSING_ARN_REGION")]
    [InlineData("arn:aws:sqs:eu-west-1::q", "MISSING_ARN_ACCOUNT")]
    [InlineData("arn:aws:sqs:*:*:q", "")]
    [InlineData("arn:aws:iam::aws:policy/ReadOnlyAccess", "")]
    [InlineData("arn:aws:iam::111122223333:roles/r", "INVALID_ARN_RESOURCE")]
    [InlineData("arn:aws:ssm:eu-west-1::parameter/aws/service/x", "")]
    [InlineData("arn:aws:ec2:eu-west-1::image/ami-1", "")]
    [InlineData("arn:aws:s3:::b/${aws:username}/*", "")]
    [InlineData("arn:aws:s3:::b/${aws:username", "MISSING_BRACE_IN_VARIABLE")]
    [InlineData("arn:aws:s3:::b/${}", "EMPTY_VARIABLE")]
    [InlineData("arn:aws:s3:::b/${aws: username}", "UNSUPPORTED_SPACE_IN_VARIABLE")]
    [InlineData("arn:aws:s3:::b/${aws:PrincipalTag/team, all}", "MISSING_QUOTE_IN_VARIABLE")]
    [InlineData("arn:aws:s3:::b/${aws:PrincipalTag/team, 'all'}", "")]
    [InlineData("arn:aws:s3:::b/*\",\"arn:aws:s3:::b/c", "REDUNDANT_RESOURCE")]
    public void A_resource_is_found_fault_with(string resource, string codes) => Assert.Equal(codes, Lint.Codes(
        $$"""{"Effect":"Allow","Action":"s3:GetObject","Resource":["{{resource}}"]}"""));

    [Theory]
    [InlineData("Action", "iam:PassRole", "Resource", "*", "PASS_ROLE_WITH_STAR_IN_RESOURCE")]
    [InlineData("Action", "iam:PassRole", "Resource", "arn:aws:iam::*:role/*", "PASS_ROLE_WITH_STAR_IN_RESOURCE")]
    [InlineData("Action", "iam:PassRole", "Resource", "arn:aws:iam::*:role/Service*", "")]
    [InlineData("Action", "iam:Pass*", "Resource", "*", "PASS_ROLE_WITH_STAR_IN_ACTION_AND_RESOURCE")]
    [InlineData("Action", "iam:PassRole", "NotResource", "arn:aws:iam::*:role/a", "PASS_ROLE_WITH_NOT_RESOURCE")]
    [InlineData("Action", "iam:Pass*", "NotResource", "arn:aws:iam::*:role/a",
        "PASS_ROLE_WITH_STAR_IN_ACTION_AND_NOT_RESOURCE")]
    [InlineData("NotAction", "iam:Create*", "Resource", "*", "PASS_ROLE_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION")]
    [InlineData("NotAction", "iam:Create*", "NotResource", "arn:aws:iam::*:role/a",
        "PASS_ROLE_WITH_NOT_ACTION_AND_NOT_RESOURCE")]
    [InlineData("Action", "iam:CreateServiceLinkedRole", "Resource", "*", "CREATE_SLR_WITH_STAR_IN_RESOURCE")]
    [InlineData("Action", "iam:CreateService*", "Resource", "*", "CREATE_SLR_WITH_STAR_IN_ACTION_AND_RESOURCE")]
    [InlineData("Action", "iam:CreateServiceLinkedRole", "NotResource", "arn:aws:iam::*:role/a",
        "CREATE_SLR_WITH_NOT_RESOURCE")]
    [InlineData("Action", "iam:CreateService*", "NotResource", "arn:aws:iam::*:role/a",
        "CREATE_SLR_WITH_STAR_IN_ACTION_AND_NOT_RESOURCE")]
    [InlineData("NotAction", "iam:Pass*", "Resource", "*", "CREATE_SLR_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION")]
    [InlineData("NotAction", "iam:Pass*", "NotResource", "arn:aws:iam::*:role/a",
        "CREATE_SLR_WITH_NOT_ACTION_AND_NOT_RESOURCE")]
    public void Roles_at_will_are_found(
        string actions, string action, string resources, string resource, string code) =>
        Assert.Equal(code, Lint.Codes(
            $$"""{"Effect":"Allow","{{actions}}":"{{action}}","{{resources}}":"{{resource}}"}"""));

    [Theory]
    [InlineData("\"Principal\":\"alice\"", "INVALID_PRINCIPAL_FORMAT")]
    [InlineData("\"Principal\":{\"Aws\":\"111122223333\"}", "INVALID_PRINCIPAL_KEY")]
    [InlineData("\"Principal\":{}", "EMPTY_OBJECT_PRINCIPAL")]
    [InlineData("\"Principal\":{\"AWS\":[]}", "EMPTY_ARRAY_PRINCIPAL")]
    [InlineData("\"Principal\":{\"AWS\":\"arn:aws:iam::111122223333:user/*\"}", "UNSUPPORTED_WILDCARD_IN_PRINCIPAL")]
    [InlineData("\"Principal\":{\"AWS\":\"AROADBQP57FF2AEXAMPLE\"}", "INVALID_ROLE_REFERENCE")]
    [InlineData("\"Principal\":{\"AWS\":\"AIDACKCEVSQ6C2EXAMPLE\"}", "INVALID_USER_REFERENCE")]
    [InlineData("\"Principal\":{\"Federated\":\"accounts.google.com\"}", "FEDERATED_PRINCIPAL_NOT_SUPPORTED")]
    [InlineData("\"Principal\":{\"Service\":\"sns.amazonaws.com\"}", "RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL")]
    [InlineData("\"NotPrincipal\":{\"AWS\":\"111122223333\"}", "ALLOW_WITH_NOT_PRINCIPAL")]
    [InlineData("\"Principal\":{\"AWS\":\"111122223333\"}", "")]
    [InlineData("\"Sid\":\"x\"", "MISSING_PRINCIPAL")]
    public void A_principal_is_found_fault_with(string principal, string codes) => Assert.Equal(codes, Lint.Codes(
        $$"""{"Effect":"Allow",{{principal}},"Action":"s3:GetObject","Resource":"arn:aws:s3:::b/*"}""",
        PolicyKind.Resource));
}
