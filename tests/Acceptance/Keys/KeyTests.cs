using System.Text.Json;
using Orrery.Testing;
using Orrery.Tests.Acceptance.Clients;
using Orrery.Tests.Acceptance.Labs;

namespace Orrery.Tests.Acceptance.Keys;

/// <summary>What Terraform and the aws CLI see of keys, secrets and parameters.</summary>
public sealed class KeyTests
{
    // For a key and for a queue alike.
    private const string Statements =
        """
        {"Version":"2012-10-17","Statement":[
        {"Effect":"Allow","Action":"kms:*","Resource":"*","Principal":{"AWS":"123456789012"}},
        {"Effect":"Allow","Action":["kms:*","sqs:SendMessage"],"Resource":"*",
        "Principal":{"Service":["sns.amazonaws.com","logs.us-east-1.amazonaws.com"]}}]}
        """;

    [Fact]
    public async Task Terraform_makes_keys_secrets_and_parameters_and_takes_them_down()
    {
        ClientProcess.Need("terraform");
        await using var orrery = await OrreryHost.StartAsync();
        var configuration = Path.Combine(Repository.Root, "tests", "Acceptance", "Keys", "terraform");
        await using var terraform = await Terraform.StartAsync(configuration, orrery);
        await terraform.ApplyAsync();
        Assert.Equal(0, await terraform.PlanAsync());
        terraform.Set("changed", "true");
        await terraform.ApplyAsync();
        Assert.Equal(0, await terraform.PlanAsync());
        await terraform.DestroyAsync();
    }

    [Fact]
    public async Task Terraform_puts_what_stores_messages_and_data_under_keys_and_takes_it_down()
    {
        ClientProcess.Need("terraform");
        await using var orrery = await OrreryHost.StartAsync();
        var configuration = Path.Combine(Repository.Root, "tests", "Acceptance", "Keys", "terraform-sealed");
        await using var terraform = await Terraform.StartAsync(configuration, orrery);
        await terraform.ApplyAsync();
        Assert.Equal(0, await terraform.PlanAsync());
        terraform.Set("changed", "true");
        await terraform.ApplyAsync();
        Assert.Equal(0, await terraform.PlanAsync());
        await terraform.DestroyAsync();
    }

    [Fact]
    public async Task A_secret_and_a_secure_parameter_open_while_their_key_is_enabled()
    {
        ClientProcess.Need("aws");
        await using var orrery = await OrreryHost.StartAsync();
        var aws = new Aws(orrery);
        var key = (await aws.RunAsync("kms create-key")).GetProperty("KeyMetadata").GetProperty("KeyId").GetString();
        await aws.RunAsync($"secretsmanager create-secret --name app/db --secret-string hush --kms-key-id {key}");
        await aws.RunAsync($"ssm put-parameter --name /app/p --value hush --type SecureString --key-id {key}");
        var secret = await aws.RunAsync("secretsmanager get-secret-value --secret-id app/db");
        Assert.Equal("hush", secret.GetProperty("SecretString").GetString());
        var parameter = await aws.RunAsync("ssm get-parameter --name /app/p --with-decryption");
        Assert.Equal("hush", parameter.GetProperty("Parameter").GetProperty("Value").GetString());
        await aws.RunAsync($"kms disable-key --key-id {key}");
        Assert.Equal("DecryptionFailure", await aws.RefusedAsync("secretsmanager get-secret-value --secret-id app/db"));
        Assert.Equal("InvalidKeyId", await aws.RefusedAsync("ssm get-parameter --name /app/p --with-decryption"));
    }

    [Fact]
    public async Task A_message_and_a_line_pass_while_the_keys_on_their_way_let_them()
    {
        ClientProcess.Need("aws");
        await using var orrery = await OrreryHost.StartAsync();
        var aws = new Aws(orrery);
        var key = (await aws.RunAsync("kms create-key")).GetProperty("KeyMetadata").GetProperty("Arn").GetString()!;
        var topic = (await aws.RunAsync($"sns create-topic --name t --attributes KmsMasterKeyId={key}"))
            .GetProperty("TopicArn").GetString()!;
        var attributes = JsonSerializer.Serialize(new Dictionary<string, string>
        {
            ["KmsMasterKeyId"] = key, ["Policy"] = Statements.ReplaceLineEndings(""),
        });
        var queue = (await aws.RunAsync(Sqs($"create-queue --queue-name q --attributes {attributes}")))
            .GetProperty("QueueUrl").GetString()!;
        await aws.RunAsync(
            $"sns subscribe --topic-arn {topic} --protocol sqs --notification-endpoint "
            + "arn:aws:sqs:us-east-1:123456789012:q");
        await aws.RunAsync($"sns publish --topic-arn {topic} --message lost");
        const string group = "logs create-log-group --log-group-name g --kms-key-id ";
        Assert.Equal("AccessDeniedException", await aws.RefusedAsync(group + key));
        await aws.RunAsync($"kms put-key-policy --key-id {key} --policy {Statements.ReplaceLineEndings("")}");
        await aws.RunAsync($"sns publish --topic-arn {topic} --message found");
        await aws.RunAsync(group + key);
        await aws.RunAsync("logs create-log-stream --log-group-name g --log-stream-name s");
        await aws.RunAsync($"kms disable-key --key-id {key}");
        Assert.Equal("KMSDisabled", await aws.RefusedAsync($"sns publish --topic-arn {topic} --message x"));
        var receive = Sqs($"receive-message --queue-url {queue}");
        Assert.Equal("KMS.DisabledException", await aws.RefusedAsync(receive));
        const string put = "logs put-log-events --log-group-name g --log-stream-name s --log-events "
            + "timestamp=1767225600000,message=x";
        Assert.Equal("InvalidParameterException", await aws.RefusedAsync(put));
        await aws.RunAsync($"kms enable-key --key-id {key}");
        var message = (await aws.RunAsync(receive)).GetProperty("Messages");
        Assert.Contains("found", Assert.Single(message.EnumerateArray()).GetProperty("Body").GetString());

        // The CLI looks for queues elsewhere unless it is told.
        string Sqs(string command) => $"sqs {command} --endpoint-url {orrery.Endpoint}";
    }

    [Fact]
    public async Task What_is_secret_stands_in_no_log_error_or_saved_world()
    {
        ClientProcess.Need("aws");
        var orrery = await OrreryHost.StartAsync();
        var aws = new Aws(orrery);
        var key = (await aws.RunAsync("kms create-key")).GetProperty("KeyMetadata").GetProperty("KeyId").GetString();
        var data = await aws.RunAsync($"kms generate-data-key --key-id {key} --key-spec AES_256");
        await aws.RunAsync("secretsmanager create-secret --name s --secret-string tellnobody");
        await aws.RunAsync("ssm put-parameter --name /p --type SecureString --value tellnobody");
        await aws.RunAsync("ssm get-parameter --name /p --with-decryption");
        string[] refused =
        [
            "secretsmanager create-secret --name s --secret-string tellnobody",
            "secretsmanager put-secret-value --secret-id none --secret-string tellnobody",
            "ssm put-parameter --name /p --type SecureString --value tellnobody",
            "ssm put-parameter --name /q --type SecureString --allowed-pattern [0-9] --value tellnobody",
        ];
        foreach (var command in refused) Assert.DoesNotContain("tellnobody", await aws.ErrorAsync(command));
        var saved = await orrery.Http.GetStringAsync("/_orrery/worlds/default/export");
        foreach (var text in new[] { saved, await orrery.EndAsync() })
        {
            Assert.DoesNotContain("tellnobody", text);
            Assert.DoesNotContain("dGVsbG5vYm9keQ", text);
            Assert.DoesNotContain(data.GetProperty("Plaintext").GetString()!, text);
        }
    }
}
